-- CO-34b: written by one of staff, published by another.
create table core.notice (
    id            uuid primary key,
    module        text not null,
    title_zh      text not null,
    text_zh       text not null,
    title_en      text,
    text_en       text,
    shown_from    date not null,
    shown_until   date,
    pinned        boolean not null,
    files         text not null,
    state         text not null check (state in ('draft', 'published', 'withdrawn')),
    written_by    uuid not null references core.account,
    written_at    timestamptz not null,
    published_by  uuid references core.account,
    published_at  timestamptz,
    withdrawn_at  timestamptz,
    version       bigint not null,
    check ((title_en is null) = (text_en is null)),
    check (shown_until is null or shown_until >= shown_from),
    check ((published_by is null) = (published_at is null)),
    check (published_by is null or published_by <> written_by)
);
create index notice_shown on core.notice (pinned, shown_from, id) where state = 'published';
grant select, insert, update on core.notice to ${application};
