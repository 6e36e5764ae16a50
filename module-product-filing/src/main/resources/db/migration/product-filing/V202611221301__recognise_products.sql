-- CO-15: numbers of certificates.
select core.create_number('RD');

-- PF-82: one a product and round. publicity_start is the day of the decision, from the next day on ten working days run;
-- former is the state before it was refused or revoked, which a re-examination gives back, and revoked_by the objection
-- or the filing that it was revoked with.
create table product_filing.recognition (
    id uuid primary key,
    product uuid not null references product_filing.product,
    unit uuid not null references product_filing.unit,
    year int not null references product_filing.round,
    state text not null check (state in (
        'CANDIDATE', 'HELD', 'NOT_MET', 'IN_PUBLICITY', 'RECOGNISED', 'REVOKED', 'EXPIRED', 'SUPERSEDED')),
    former text check (former in ('CANDIDATE', 'HELD', 'IN_PUBLICITY', 'RECOGNISED')),
    reason text,
    revoked_by uuid,
    publicity_start date,
    recognised_on date,
    valid_until date,
    certificate_number text unique,
    version bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (product, year),
    check (state not in ('IN_PUBLICITY', 'RECOGNISED', 'EXPIRED', 'SUPERSEDED') or publicity_start is not null),
    check (state not in ('RECOGNISED', 'EXPIRED', 'SUPERSEDED')
        or (recognised_on is not null and valid_until is not null and certificate_number is not null))
);
-- A product has one certificate at a time, and is in publicity once.
create unique index recognition_in_force on product_filing.recognition (product) where state = 'RECOGNISED';
create unique index recognition_published on product_filing.recognition (product) where state = 'IN_PUBLICITY';
create index recognition_list on product_filing.recognition (unit, id desc);
create index recognition_tabs on product_filing.recognition (unit, state, id desc);
create index recognition_round on product_filing.recognition (year, state, id desc);
create index recognition_publicity on product_filing.recognition (publicity_start, id) where state = 'IN_PUBLICITY';
create index recognition_revoked on product_filing.recognition (revoked_by) where state = 'REVOKED';
create index recognition_ending on product_filing.recognition (valid_until, id) where state = 'RECOGNISED';
grant update on product_filing.recognition to ${application};

-- PF-70: the public state with its dates and number.
alter table product_filing.public_product
    add column publicity_start date,
    add column recognised_on date,
    add column valid_until date,
    add column certificate_number text;
