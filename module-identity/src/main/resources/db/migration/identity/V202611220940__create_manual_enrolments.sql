-- CO-15: numbers of manual verifications, which are those of their cases.
select core.create_number('RJ');
select core.create_number('RX');

-- ID-25, ID-26: a unit without a credit code, whose documents an officer compares with what was typed. The unit itself is
-- made once it has passed; until then its code, if it has one, keeps two handlers with one phone or one document apart.
create table identity.manual_enrolment (
    id            uuid primary key,
    account       uuid not null unique,
    kind          text not null check (kind in ('non-mainland', 'project')),
    state         text not null check (state in ('in-review', 'returned', 'passed', 'lapsed')),
    unit_code     text,
    number_index  bytea not null,
    phone_index   bytea not null,
    document      core.sealed not null,
    case_number   text not null,
    submitted_at  timestamptz not null,
    decided_at    timestamptz,
    reason        text,
    organisation  uuid,
    version       bigint not null,
    check ((state = 'in-review') = (decided_at is null)),
    check ((state = 'passed') = (organisation is not null))
);
-- ID-17: one application of a person to a unit at a time.
create unique index manual_enrolment_person on identity.manual_enrolment (unit_code, number_index)
    where state in ('in-review', 'returned');
-- ID-16: one phone, one account of a unit, those that wait included.
create unique index manual_enrolment_phone on identity.manual_enrolment (unit_code, phone_index)
    where state in ('in-review', 'returned');
create index manual_enrolment_returned on identity.manual_enrolment (decided_at) where state = 'returned';
grant update on identity.manual_enrolment to ${application};
