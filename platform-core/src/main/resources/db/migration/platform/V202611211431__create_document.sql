-- CO-60: what was issued stays as it was; only how it ended, and its first rendering, are added.
create table core.document (
    id             uuid primary key,
    code           text not null,
    template       text not null,
    number         text not null,
    title_zh       text not null,
    title_en       text not null,
    holder         text not null,
    issuer         text not null,
    account        uuid references core.account,
    subject_type   text not null,
    subject        uuid not null,
    facts          jsonb not null,
    valid_from     date not null,
    valid_until    date,
    issued_at      timestamptz not null,
    superseded_by  uuid references core.document,
    revoked_at     timestamptz,
    file_key       text,
    file_sha256    text,
    constraint document_code_key unique (code),
    check (valid_until is null or valid_until >= valid_from),
    check ((file_key is null) = (file_sha256 is null))
);
create index document_account on core.document (account, id);
create index document_number on core.document (number);
create index document_subject on core.document (subject, template, id);
grant select, insert, update (superseded_by, revoked_at, file_key, file_sha256) on core.document to ${application};
