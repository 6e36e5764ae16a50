-- CO-15: numbers of cases on updates.
select core.create_number('GX');

-- PF-40: the dates of a year, as staff have them; a year without a row has those of the manual.
create table product_filing.round (
    year int primary key,
    data_year int not null,
    opens_on date not null,
    closes_on date not null,
    filing_deadline date not null,
    version bigint not null,
    changed_at timestamptz not null,
    check (opens_on <= closes_on)
);
grant update on product_filing.round to ${application};

-- PF-81: one a product and round. returned_on is the day of its last return, open_until the day that staff gave.
create table product_filing.product_update (
    id uuid primary key,
    product uuid not null references product_filing.product,
    unit uuid not null references product_filing.unit,
    year int not null references product_filing.round,
    data_year int not null,
    state text not null check (state in ('DUE', 'IN_REVIEW', 'RETURNED', 'DONE', 'MISSED')),
    form text not null,
    document jsonb not null,
    returned_on date,
    open_until date,
    submitted_at timestamptz,
    version bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (product, year)
);
create index product_update_list on product_filing.product_update (unit, id desc);
create index product_update_tabs on product_filing.product_update (unit, state, id desc);
create index product_update_round on product_filing.product_update (year, state, id desc);
create index product_update_open on product_filing.product_update (year, unit, id) where state in ('DUE', 'RETURNED');
grant update, delete on product_filing.product_update to ${application};

-- Which units were reminded how many days before the end, so that a task that runs twice reminds once.
create table product_filing.update_reminder (
    unit uuid not null references product_filing.unit,
    year int not null,
    days int not null,
    primary key (unit, year, days)
);

-- The task looks for the units whose products have older figures.
create index product_due on product_filing.product (unit, data_year) where state = 'FILED';
