-- CO-15: numbers of merges, which are those of their cases.
select core.create_number('HB');

-- ID-44: two persons that are said to be one; while that is looked at, neither takes part in another merge.
create table identity.person_merge (
    id             uuid primary key,
    person         uuid not null references identity.person,
    account        uuid not null,
    other          uuid not null,
    other_account  uuid not null,
    other_realm    text not null check (other_realm in ('person', 'handler')),
    state          text not null check (state in ('in-review', 'merged', 'rejected')),
    asked_at       timestamptz not null,
    decided_at     timestamptz,
    decision       text,
    version        bigint not null,
    check (person <> other),
    check ((state = 'in-review') = (decided_at is null))
);
create unique index person_merge_in_review on identity.person_merge (person) where state = 'in-review';
create unique index person_merge_of_other on identity.person_merge (other) where state = 'in-review';
create index person_merge_of_person on identity.person_merge (person, id desc);
grant update on identity.person_merge to ${application};

alter table identity.person add column merging boolean not null default false;
create index handler_account_person on identity.handler_account (person) where person is not null;
