-- PF-73: what was public of a product when its certificate was issued, whole: the public fields of its product part beside
-- the columns that were taken out of it, the year of its data and the day of its filing.
alter table product_filing.certificate
    add column product jsonb not null default '{}',
    add column data_year int,
    add column filed_on date;
update product_filing.certificate c
   set product = p.product, data_year = p.data_year, filed_on = p.filed_on
  from product_filing.recognition r
  join product_filing.public_product p on p.id = r.product
 where r.id = c.recognition;
-- The list says more by that: whoever has it is to ask again.
update product_filing.open_list_version set version = version + 1 where place = 0;
