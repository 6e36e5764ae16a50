-- PF-73: what was public of a product when its certificate was issued; state and dates are the recognition's.
create table product_filing.certificate (
    recognition uuid primary key references product_filing.recognition,
    product_name text not null,
    model text not null,
    category_code text not null,
    industry_code text not null,
    filing_number text not null,
    unit_name text not null,
    uscc text not null,
    division text not null,
    patents jsonb not null
);
create index recognition_open_list on product_filing.recognition (id)
    where state in ('RECOGNISED', 'REVOKED') and certificate_number is not null;
-- The list's version is their sum, which every move makes greater.
create index recognition_versions on product_filing.recognition (version) where certificate_number is not null;
