-- The application reads and appends; to change or remove rows it needs a grant by table.
grant usage on schema product_filing to ${application};
alter default privileges in schema product_filing grant select, insert on tables to ${application};
alter default privileges in schema product_filing grant usage on sequences to ${application};

-- CO-15: numbers of filings and of their cases.
select core.create_number('CP');

-- PF-7: one unit an organisation; the organisation itself is the directory's.
create table product_filing.unit (
    id uuid primary key,
    organisation uuid not null unique,
    state text not null check (state in ('PENDING_REVIEW', 'RETURNED', 'VERIFIED')),
    origin text not null,
    created_at timestamptz not null
);
grant update on product_filing.unit to ${application};

-- PF-10: one row a unit and year; amounts in units of 10,000 yuan.
create table product_filing.unit_assets (
    unit uuid not null references product_filing.unit,
    year int not null,
    total_cost numeric(19, 6) not null,
    ip_investment numeric(19, 6) not null,
    net_profit numeric(19, 6) not null,
    product_sales numeric(19, 6) not null,
    fixed_assets numeric(19, 6) not null,
    output_value numeric(19, 6) not null,
    selling_expenses numeric(19, 6) not null,
    administrative_expenses numeric(19, 6) not null,
    financial_expenses numeric(19, 6) not null,
    patent_assets numeric(19, 6) not null,
    total_assets numeric(19, 6) not null,
    employees bigint not null,
    primary key (unit, year)
);
grant update on product_filing.unit_assets to ${application};

-- PF-20 to PF-22: the unit's patents; search_text is folded.
create table product_filing.patent (
    id uuid primary key,
    unit uuid not null references product_filing.unit,
    number text not null,
    kind text not null check (kind in ('INVENTION', 'UTILITY_MODEL', 'DESIGN')),
    title text not null,
    holders text[] not null,
    filed_on date not null,
    granted_on date,
    legal_status text not null,
    status_on date not null,
    expires_on date not null,
    acquisition text not null,
    source text not null check (source in ('AUTOMATIC', 'MANUAL')),
    verified boolean not null,
    search_text text not null,
    version bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (unit, number)
);
create index patent_list on product_filing.patent (unit, id desc);
grant update, delete on product_filing.patent to ${application};

-- PF-30: a filing with its three parts as the unit saved them. The keys are set at submission, folded for comparison.
create table product_filing.product (
    id uuid primary key,
    unit uuid not null references product_filing.unit,
    state text not null check (
        state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'FILED', 'REVOCATION_IN_REVIEW', 'REVOKED')),
    product jsonb not null,
    patents jsonb not null,
    evidence jsonb not null,
    name_key text,
    model_key text,
    data_year int,
    filing_number text unique,
    filed_on date,
    submitted_at timestamptz,
    version bigint not null,
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check (state in ('DRAFT', 'RETURNED') or (name_key is not null and model_key is not null and data_year is not null))
);
-- PF-31: the same unit, name and model is filed or in review once only, whoever comes first.
create unique index product_once on product_filing.product (unit, name_key, model_key)
    where state in ('IN_REVIEW', 'FILED', 'REVOCATION_IN_REVIEW');
create index product_list on product_filing.product (unit, state, id desc);
create index product_list_all on product_filing.product (unit, id desc);
grant update, delete on product_filing.product to ${application};

-- PF-70: what the public may read, and nothing else: a row is written when the product is filed. position is a UUIDv7
-- made at that moment, so that its order is newest first.
create table product_filing.public_product (
    id uuid primary key,
    position uuid not null,
    name text not null,
    unit_name text not null,
    uscc text not null,
    division text not null,
    state text not null,
    data_year int not null,
    filed_on date not null,
    filing_number text not null,
    product jsonb not null,
    patents jsonb not null,
    search_text text not null,
    grams text[] not null,
    changed_at timestamptz not null
);
create unique index public_product_position on product_filing.public_product (position desc);
create index public_product_grams on product_filing.public_product using gin (grams);
grant update, delete on product_filing.public_product to ${application};

-- The home page's counters. last_event lets an event that comes twice count once.
create table product_filing.public_count (
    state text primary key,
    count bigint not null,
    last_event uuid not null
);
grant update on product_filing.public_count to ${application};
