-- ID-6: an account before its realm's gate may do nothing but get in. CO-23: one made by others waits to be taken over.
-- ID-3: of a closed account's phone the blind index may stay, so that nobody else takes the phone for a while.
alter table core.account
    add column gated    boolean not null default false,
    add column awaited  boolean not null default false,
    drop constraint account_check,
    add constraint account_phone_check check (
        (phone is null) = (phone_index is null) or (state = 'closed' and phone is null));

-- CO-24b: what modules say keeps an account from being closed.
create table core.account_hold (
    account_id  uuid not null references core.account,
    hold        text not null,
    title_zh    text not null,
    title_en    text not null,
    primary key (account_id, hold)
);
grant delete on core.account_hold to ${application};

-- ID-2: the last day of the person's document; null where it has none or nobody knows it.
alter table core.person add column id_valid_to date;

-- ID-40: how far an organisation is proved, who represents it, and who handles its business now.
alter table core.organisation
    add column level           text not null default 'declared' check (
        level in ('declared', 'registry-matched', 'face-verified', 'manually-verified')),
    add column representative  text;
create table core.organisation_handler (
    organisation_id  uuid not null references core.organisation,
    person_id        uuid not null references core.person,
    primary key (organisation_id, person_id)
);
grant delete on core.organisation_handler to ${application};
