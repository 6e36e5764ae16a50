-- CO-15: numbers of cases on revocations.
select core.create_number('CX');

-- PF-35: what a unit asked; how it was decided stands with the case.
create table product_filing.revocation (
    id uuid primary key,
    product uuid not null references product_filing.product,
    form text not null,
    document jsonb not null,
    asked_by uuid not null,
    asked_at timestamptz not null
);
create index revocation_list on product_filing.revocation (product, id desc);

-- PF-35: products whose linked patents have all lapsed or been transferred, until the unit answers. stage counts what it
-- was told: 1 when it was found, 2 and 3 by the reminders, after which it is on the list of staff.
create table product_filing.lapse (
    product uuid primary key references product_filing.product,
    unit uuid not null,
    region text,
    found_on date not null,
    stage int not null
);
create index lapse_reminders on product_filing.lapse (stage, found_on, product);
create index lapse_unanswered on product_filing.lapse (product desc) where stage = 3;
grant update, delete on product_filing.lapse to ${application};

-- The task goes through all filed products.
create index product_filed on product_filing.product (id) where state = 'FILED';

alter table product_filing.public_product add column patents_lapsed boolean not null default false;
