-- ID-12: the account of a handler of channel handler; the id is that of the platform's account. The person is that of the
-- platform, and known once the face has proved it (ID-13).
create table identity.handler_account (
    id            uuid primary key,
    organisation  uuid not null,
    person        uuid,
    state         text not null check (state in ('awaiting', 'active', 'closed')),
    authority     text not null check (authority in ('handler', 'administrator', 'representative')),
    name          text not null,
    id_type       text not null,
    number        core.sealed not null,
    number_index  bytea,
    phone_index   bytea,
    landline      core.sealed not null,
    created_at    timestamptz not null,
    active_from   timestamptz,
    closed_at     timestamptz,
    closed_by     text,
    version       bigint not null,
    check ((state = 'closed') = (closed_at is not null))
);
-- ID-16: one phone, one account of an organisation, those that wait included.
create unique index handler_account_phone on identity.handler_account (organisation, phone_index)
    where state <> 'closed';
create index handler_account_number on identity.handler_account (number_index) where state <> 'closed';
create index handler_account_of_person on identity.handler_account (person) where state <> 'closed';
create index handler_account_of_organisation on identity.handler_account (organisation, id desc);
grant update on identity.handler_account to ${application};

-- ID-14: that a handler asks to be one; those of the organisation who may decide on it do.
create table identity.handler_application (
    id            uuid primary key,
    account       uuid not null references identity.handler_account,
    organisation  uuid not null,
    number_index  bytea not null,
    state         text not null check (state in ('pending', 'approved', 'rejected', 'lapsed', 'withdrawn')),
    applied_at    timestamptz not null,
    reminded_at   timestamptz,
    decided_at    timestamptz,
    decided_on    date,
    decided_by    text,
    reason        text,
    version       bigint not null,
    check ((state = 'pending') = (decided_at is null))
);
-- ID-17: one pending application a person and organisation.
create unique index handler_application_pending on identity.handler_application (organisation, number_index)
    where state = 'pending';
-- ID-18: how often an organisation has rejected a person on a day.
create index handler_application_rejected on identity.handler_application (organisation, number_index, decided_on)
    where state = 'rejected';
create index handler_application_waiting on identity.handler_application (applied_at) where state = 'pending';
create index handler_application_of_organisation on identity.handler_application (organisation, id desc);
create index handler_application_of_account on identity.handler_application (account, id desc);
grant update on identity.handler_application to ${application};
