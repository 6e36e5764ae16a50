-- CO-15: the receipt of an objection, and the case of a unit whose recognition was revoked by one.
select core.create_number('YY');
select core.create_number('YC');

-- PF-60 to PF-62. The document has personal data masked, the sealed column has it in clear; phone, address and text are kept
-- as blind indexes, to count by. redacted is what the unit gets to read, from the day on which it was asked for a statement;
-- statement_id is by what its statement and the files of that are known.
create table product_filing.objection (
    id uuid primary key,
    product uuid not null references product_filing.product,
    unit uuid not null references product_filing.unit,
    number text not null unique,
    state text not null check (state in (
        'RECEIVED', 'TAKEN_UP', 'STATEMENT_ASKED', 'UPHELD', 'NOT_UPHELD', 'DISMISSED')),
    form text not null,
    document jsonb not null,
    objector core.sealed not null,
    phone_index bytea not null,
    address_index bytea not null,
    text_index bytea not null,
    code_hash bytea not null,
    received_on date not null,
    redacted text,
    shown_evidence jsonb not null default '[]',
    statement_id uuid unique,
    asked_on date,
    extended boolean not null default false,
    statement jsonb,
    statement_form text,
    stated_at timestamptz,
    reason text,
    decided_at timestamptz,
    outcome_case text,
    version bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check ((asked_on is null) = (redacted is null) and (asked_on is null) = (statement_id is null))
);
create index objection_open on product_filing.objection (product)
    where state in ('RECEIVED', 'TAKEN_UP', 'STATEMENT_ASKED');
create index objection_phone on product_filing.objection (phone_index, received_on);
create index objection_address on product_filing.objection (address_index, received_on);
create index objection_text on product_filing.objection (product, text_index, received_on);
create index objection_list on product_filing.objection (unit, id desc);
-- One phone has one open objection to a product.
create unique index objection_once on product_filing.objection (product, phone_index)
    where state in ('RECEIVED', 'TAKEN_UP', 'STATEMENT_ASKED');
grant update on product_filing.objection to ${application};
