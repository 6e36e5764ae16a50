-- PF-22, PF-70: which version of the folding a row's texts were made by, 0 for what was made before there was one. Tasks make
-- anew what is behind.
alter table product_filing.public_product add column folding int not null default 0;
create index public_product_folding on product_filing.public_product (folding);
alter table product_filing.patent add column folding int not null default 0;
create index patent_folding on product_filing.patent (folding);
