-- PF-10: opened says that a reviewer's remark has opened the row, though filings rest on it; the next submission ends that.
alter table product_filing.unit_assets
    add column version bigint not null default 1,
    add column opened boolean not null default false;
