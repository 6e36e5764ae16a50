-- PF-70: names by what is typed of them: the folded name, its spellings in pinyin, their initials. In the order of bytes, so
-- that a beginning is a range. A name without a public product any more is passed over when it is read.
create table product_filing.public_name (
    key text collate "C" not null,
    shown text not null,
    folded text not null,
    of_unit boolean not null,
    -- Whether it stands under its spellings as well.
    spelled boolean not null default true,
    primary key (key, of_unit, shown)
);
create index public_name_unspelled on product_filing.public_name (shown, of_unit) where not spelled;
grant update on product_filing.public_name to ${application};
create index public_product_name on product_filing.public_product (name_key);
create index public_product_unit on product_filing.public_product (unit_key);

-- Names of before by their characters; the task that spells names adds the rest.
insert into product_filing.public_name (key, shown, folded, of_unit, spelled)
select left(name_key, 80), name, name_key, false, false from product_filing.public_product where name_key <> ''
 union
select left(unit_key, 80), unit_name, unit_key, true, false from product_filing.public_product where unit_key <> '';
