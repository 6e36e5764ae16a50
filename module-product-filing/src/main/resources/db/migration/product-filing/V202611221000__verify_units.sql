-- CO-15: numbers of cases on units' verifications.
select core.create_number('RZ');

-- PF-7: a unit is there before it is verified. ID-41: joined_at says since when its organisation comes in by a sign-in of
-- another programme; null where so far only accounts of this one have.
alter table product_filing.unit
    drop constraint unit_state_check,
    add constraint unit_state_check check (state in ('UNVERIFIED', 'VERIFIED')),
    add column joined_at timestamptz,
    add column joined_by uuid;

-- PF-5 to PF-8: what a unit says of itself, and how it was judged. The owner is the unit; before an account has one it is
-- the account. The document has phones masked, the sealed column has them in clear.
create table product_filing.verification (
    id uuid primary key,
    owner uuid not null,
    kind text not null check (kind in ('VERIFICATION', 'CHANGE')),
    state text not null check (state in ('DRAFT', 'PENDING_REVIEW', 'RETURNED', 'VERIFIED')),
    account uuid not null,
    realm text not null,
    form text not null,
    document jsonb not null,
    phones core.sealed not null,
    uscc text,
    data_year int,
    takeover boolean not null,
    facts jsonb not null,
    version bigint not null,
    submitted_at timestamptz,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check (state in ('DRAFT', 'RETURNED') or (uscc is not null and data_year is not null))
);
-- One under way of each kind, whoever begins it.
create unique index verification_under_way on product_filing.verification (owner, kind) where state <> 'VERIFIED';
create index verification_list on product_filing.verification (owner, kind, id desc);
create index verification_in_force on product_filing.verification (owner, changed_at desc, id desc)
    where state = 'VERIFIED';
grant update, delete on product_filing.verification to ${application};
