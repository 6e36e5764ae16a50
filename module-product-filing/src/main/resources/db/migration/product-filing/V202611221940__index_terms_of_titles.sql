-- PF-32: by which of its unit's patents a term of a product's name is looked for. Every two and three characters of the
-- folded title, each with the unit, so that a unit of many patents reads no more than those that have the term; what is the
-- same number for another term is told by the title itself.
create function product_filing.title_tokens(unit uuid, parts text[]) returns bigint[]
    language sql immutable
    as $$
        select coalesce(array_agg(distinct hashtextextended(cast(unit as text) || part, 0)), '{}') from unnest(parts) as part
    $$;
create function product_filing.title_parts(search_text text) returns text[]
    language sql immutable
    as $$
        select coalesce(array_agg(substr(folded.title, place, size)), '{}')
          from (select split_part(search_text, '|', 2)) as folded (title)
         cross join generate_series(2, 3) as size
         cross join lateral generate_series(1, char_length(folded.title) - size + 1) as place
    $$;
grant execute on function product_filing.title_tokens(uuid, text[]), product_filing.title_parts(text) to ${application};

create index patent_title on product_filing.patent
    using gin (product_filing.title_tokens(unit, product_filing.title_parts(search_text)));
