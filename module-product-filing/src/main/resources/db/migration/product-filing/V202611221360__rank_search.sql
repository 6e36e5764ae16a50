-- What a search ranks by (PF-70): the text begins with the folded name and the folded name of the unit, and no folded text
-- has a blank.
drop index product_filing.public_product_grams;
alter table product_filing.public_product
    add column name_key text not null generated always as (split_part(search_text, ' ', 1)) stored,
    add column unit_key text not null generated always as (split_part(search_text, ' ', 2)) stored;

-- The tokens of names, as org.tongban.core.publicdata.Relevance makes them, and of provinces.
update product_filing.public_product p
   set grams = p.grams || array['p:' || left(p.division, 2)] || array(
       select distinct token
         from (values ('n', p.name_key), ('u', p.unit_key)) as named (mark, key)
        cross join lateral (
            values (mark || '=' || left(key, 60)), (mark || '^' || left(key, 1)), (mark || '^' || left(key, 2))
            union
            select mark || ':' || substr(key, place, size)
              from generate_series(1, char_length(key)) as place, generate_series(1, 2) as size
             where place + size <= char_length(key) + 1) as tokens (token)
        where key <> '')
 where not grams && array(select 'p:' || left(p.division, 2));

create index public_product_grams on product_filing.public_product using gin (grams);
