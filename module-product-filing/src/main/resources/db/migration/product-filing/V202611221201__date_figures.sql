-- PF-31: the year that a draft's figures were given for. Once another year is the data year they have to be confirmed.
alter table product_filing.product add column figures_year int;
update product_filing.product
   set figures_year = coalesce(data_year, cast(extract(year from changed_at at time zone 'Asia/Shanghai') as int) - 1)
 where product <> '{}';
