-- A year far back lies at the end of the order of positions: within the year that order is short.
create index public_product_year on product_filing.public_product (data_year, position desc);

-- Of how many grams the planner knows how common they are; of others it assumes half the rarest that it knows.
alter table product_filing.public_product alter column grams set statistics 1000;
