-- PF-20: the names that a unit's patents are found under. Where another unit has one as well, own is what the unit says of
-- it; until it has, nothing is imported under the name.
create table product_filing.unit_name (
    id uuid primary key,
    unit uuid not null references product_filing.unit,
    folded text not null,
    name text not null,
    former boolean not null,
    own boolean,
    answered_by uuid,
    answered_at timestamptz,
    unique (unit, folded)
);
create index unit_name_shared on product_filing.unit_name (folded, unit);
grant update, delete on product_filing.unit_name to ${application};

-- PF-20: whose patents are kept current, from which day on they are due again, and how far the present round has come.
create table product_filing.patent_upkeep (
    unit uuid primary key references product_filing.unit,
    imported boolean not null,
    due_on date not null,
    phase text not null check (phase in ('HELD', 'BY_HAND')),
    behind text not null
);
create index patent_upkeep_due on product_filing.patent_upkeep (due_on, unit);
grant update on product_filing.patent_upkeep to ${application};

insert into product_filing.patent_upkeep (unit, imported, due_on, phase, behind)
select unit, bool_or(source = 'AUTOMATIC'), date '2026-11-01', 'HELD', ''
  from product_filing.patent
 group by unit;

create index patent_ending on product_filing.patent (expires_on) where legal_status in ('GRANTED', 'IN_GRACE');
create index patent_by_hand on product_filing.patent (unit, number) where source = 'MANUAL';
