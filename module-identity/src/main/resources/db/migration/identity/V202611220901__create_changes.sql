-- CO-15: numbers of renewals and of changes, which are those of their cases.
select core.create_number('ZX');
select core.create_number('FB');

-- ID-2: the validity that a person says its document has now, until it is looked at.
create table identity.id_renewal (
    id              uuid primary key,
    person          uuid not null references identity.person,
    state           text not null check (state in ('in-review', 'approved', 'rejected')),
    id_valid_from   date not null,
    id_valid_to     date,
    document_image  uuid not null,
    asked_at        timestamptz not null,
    decided_at      timestamptz,
    reason          text,
    version         bigint not null
);
create unique index id_renewal_in_review on identity.id_renewal (person) where state = 'in-review';
create index id_renewal_of_person on identity.id_renewal (person, id desc);
grant update on identity.id_renewal to ${application};

-- ID-8: what an organisation says has changed; what did not stands empty.
create table identity.organisation_change (
    id                 uuid primary key,
    organisation       uuid not null references identity.organisation,
    state              text not null check (state in ('in-review', 'applied', 'rejected')),
    name               text,
    legal_rep_name     text,
    legal_rep_number   core.sealed not null,
    legal_person_type  text,
    address            text,
    reason             text not null,
    proof              uuid,
    asked_at           timestamptz not null,
    decided_at         timestamptz,
    decision           text,
    version            bigint not null
);
create unique index organisation_change_in_review on identity.organisation_change (organisation)
    where state = 'in-review';
create index organisation_change_of_organisation on identity.organisation_change (organisation, id desc);
grant update on identity.organisation_change to ${application};
