-- The application reads and appends; to change or remove rows it needs a grant by table.
grant usage on schema identity to ${application};
alter default privileges in schema identity grant select, insert on tables to ${application};
alter default privileges in schema identity grant usage on sequences to ${application};

-- ID-1: a natural person with its account; the id is that of the platform's person. One number registers one person: the
-- blind index holds it, and is empty again some time after the account was closed (ID-3).
create table identity.person (
    id             uuid primary key,
    account        uuid not null unique,
    name           text not null,
    id_type        text not null,
    number         core.sealed not null,
    number_index   bytea unique,
    id_valid_from  date not null,
    id_valid_to    date,
    reminded_for   date,
    closed_at      timestamptz,
    version        bigint not null,
    created_at     timestamptz not null
);
create index person_closed on identity.person (closed_at) where closed_at is not null and number_index is not null;
create index person_expiring on identity.person (id_valid_to) where closed_at is null and id_valid_to is not null;
grant update on identity.person to ${application};

-- ID-5: what an organisation said of itself; the id is that of the platform's organisation.
create table identity.organisation (
    id                 uuid primary key,
    account            uuid unique,
    legal_person_type  text not null,
    legal_rep_number   core.sealed not null,
    address            text,
    landline           core.sealed not null,
    closed_at          timestamptz,
    version            bigint not null,
    created_at         timestamptz not null
);
grant update on identity.organisation to ${application};

-- ID-6, ID-7: who handles an organisation's business. In a channel that says so, a person handles that of one only.
create table identity.handler_link (
    id              uuid primary key,
    channel         text not null check (channel in ('organisation')),
    organisation    uuid not null references identity.organisation,
    person          uuid not null references identity.person,
    state           text not null check (state in ('awaiting-person', 'active', 'ended')),
    sole            boolean not null,
    linked_at       timestamptz not null,
    active_from     timestamptz,
    ended_at        timestamptz,
    ended_by        text,
    version         bigint not null
);
create unique index handler_link_organisation on identity.handler_link (organisation)
    where channel = 'organisation' and state <> 'ended';
create unique index handler_link_person on identity.handler_link (channel, person) where sole and state <> 'ended';
create index handler_link_of_organisation on identity.handler_link (organisation, id desc);
create index handler_link_of_person on identity.handler_link (person, id desc);
grant update on identity.handler_link to ${application};
