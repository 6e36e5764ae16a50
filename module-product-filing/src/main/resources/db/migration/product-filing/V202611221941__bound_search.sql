-- PF-70, PE-16: every question reads few rows, whatever is asked together and however often each of it occurs.
-- Beside its grams a product is found by its year, by the parts of the numbers in its text, and by the beginnings of its
-- position, which are times: slices of the list from decades (1 digit) down to a minute (8).
create function product_filing.number_tokens(search_text text) returns text[]
    language sql immutable parallel safe
    as $$
        select array(
            select '#' || substr(found.part[1], place, size)
              from regexp_matches(search_text, '[a-z0-9]*[0-9][a-z0-9]*', 'g') as found (part)
             cross join generate_series(3, 6) as size
             cross join lateral generate_series(1, length(found.part[1]) - size + 1) as place)
    $$;
create function product_filing.search_tokens(grams text[], placed uuid, data_year int, search_text text) returns text[]
    language sql immutable parallel safe
    as $$
        select grams || product_filing.number_tokens(search_text) || array[
            'y:' || cast(data_year as text), 't:' || left(hex, 1), 't:' || left(hex, 2), 't:' || left(hex, 3),
            't:' || left(hex, 4), 't:' || left(hex, 5), 't:' || left(hex, 6), 't:' || left(hex, 7), 't:' || left(hex, 8)]
          from replace(cast(placed as text), '-', '') as hex
    $$;
grant execute on function product_filing.number_tokens(text), product_filing.search_tokens(text[], uuid, int, text)
    to ${application};

drop index product_filing.public_product_grams;
create index public_product_grams on product_filing.public_product
    using gin (product_filing.search_tokens(grams, position, data_year, search_text));
create index public_product_state on product_filing.public_product (state, position desc);

create function product_filing.slice_number(hex text, digits int) returns int
    language sql immutable parallel safe
    as $$ select cast(cast('x' || left(hex, 4) as bit(16)) as int) >> (16 - 4 * digits) $$;

-- The nearest products beside a position that have all tokens, at least one, and answer the patterns; the nearest first. The
-- slices around the place are asked first: what is common is found there. Then all at once, of which the index makes a short
-- list where any of it is rare. What is common but far away is looked for slice by slice. No more than some rows of a slice
-- are read, and those of all once. Where all that answer were read and they are no more than 200, they come all, whatever was
-- asked for: whoever ranks them need not ask again.
create function product_filing.find_products(
    tokens text[], names text[], other_names text[], holders text[], other_holders text[], texts text[],
    edge uuid, newer boolean, most int)
    returns setof product_filing.public_product
    language plpgsql stable
    set plan_cache_mode = 'force_generic_plan'
    set enable_seqscan = off
    set max_parallel_workers_per_gather = 0
    set work_mem = '32MB'
    as $$
declare
    finest constant int := 8;
    few constant int := 60 + 4 * most;
    many constant int := 2000;
    all_of_them constant int := 200;
    digits constant text[] := case when newer then string_to_array('0123456789abcdef', null)
                                   else string_to_array('fedcba9876543210', null) end;
    of_year constant int := (select cast(substr(token, 3) as int) from unnest(tokens) as token where token like 'y:%');
    of_state constant text := (select substr(token, 3) from unnest(tokens) as token where token like 's:%');
    coarsest int := 4;
    near uuid[];
    others uuid[];
    hex text;
    far text;
    last text;
    asked text[] := '{}';
    slices text[];
    parts text[];
    read int;
    whole boolean;
    complete boolean := false;
    reached int;
    hits uuid[];
    found uuid[] := '{}';
begin
    -- Where the next few are that the year and the state leave.
    if newer and of_year is null and of_state is null then
        near := array(
            select position from product_filing.public_product where position > edge order by position limit few);
    elsif of_year is null and of_state is null then
        near := array(
            select position from product_filing.public_product where position < edge order by position desc limit few);
    end if;
    if newer and of_year is not null then
        near := array(
            select position from product_filing.public_product
             where data_year = of_year and position > edge order by position limit few);
    elsif of_year is not null then
        near := array(
            select position from product_filing.public_product
             where data_year = of_year and position < edge order by position desc limit few);
    end if;
    if newer and of_state is not null then
        others := array(
            select position from product_filing.public_product
             where state = of_state and position > edge order by position limit few);
    elsif of_state is not null then
        others := array(
            select position from product_filing.public_product
             where state = of_state and position < edge order by position desc limit few);
    end if;
    if near = '{}' or others = '{}' then
        return;
    end if;
    if near is null or newer and others[1] > near[1] or not newer and others[1] < near[1] then
        near := others;
    end if;
    hex := replace(cast(near[1] as text), '-', '');
    far := replace(cast(near[cardinality(near)] as text), '-', '');
    if newer then
        select replace(cast(position as text), '-', '') into last
          from product_filing.public_product order by position desc limit 1;
    else
        select replace(cast(position as text), '-', '') into last
          from product_filing.public_product order by position limit 1;
    end if;
    while coarsest > 1 and abs(product_filing.slice_number(hex, coarsest) - product_filing.slice_number(last, coarsest)) > 256 loop
        coarsest := coarsest - 1;
    end loop;
    -- Slices that begin with the next ones, each sixteen times the one before, and at last all.
    for size in coarsest..finest loop
        asked := left(hex, size) || asked;
        exit when left(hex, size + 1) <> left(far, size + 1);
    end loop;
    asked := asked || cast('' as text);
    slices := array(
        select lpad(to_hex(number), coarsest, '0')
          from generate_series(
                   product_filing.slice_number(hex, coarsest) + case when newer then 1 else -1 end,
                   product_filing.slice_number(last, coarsest),
                   case when newer then 1 else -1 end) as number);
    for turn in 1..cardinality(asked) loop
        select count(*), array_agg(p.position order by case when newer then p.position end, p.position desc)
                 filter (where case when newer then p.position > edge else p.position < edge end
                           and p.name_key like all (names) and p.name_key not like any (other_names)
                           and p.unit_key like all (holders) and p.unit_key not like any (other_holders)
                           and p.search_text like all (texts))
          into read, hits
          from (select * from product_filing.public_product q
                 where product_filing.search_tokens(q.grams, q.position, q.data_year, q.search_text)
                       @> case when asked[turn] = '' then tokens else tokens || ('t:' || asked[turn]) end
                 limit case when asked[turn] = '' then many else few end + 1) as p;
        whole := read <= case when asked[turn] = '' then many else few end;
        if whole then
            found := coalesce(hits, '{}');
            complete := asked[turn] = '';
        elsif asked[turn] <> '' then
            -- This one by its parts, then what lies between it and the large ones.
            found := '{}';
            parts := array[asked[turn]];
            for size in reverse length(asked[turn])..coarsest + 1 loop
                parts := parts || array(
                    select left(hex, size - 1) || digit from unnest(digits) as digit
                     where case when newer then digit > substr(hex, size, 1) else digit < substr(hex, size, 1) end);
            end loop;
            slices := parts || slices;
        end if;
        exit when not whole or cardinality(found) >= most;
    end loop;
    -- More than a few of all: slice after slice, and those that have more than a few by their parts.
    while not whole and cardinality(found) < most and cardinality(slices) > 0 loop
        select count(*), max(c.place), array_agg(c.position order by c.place, case when newer then c.position end, c.position desc)
                 filter (where c.matches)
          into read, reached, hits
          from (select s.place, p.position,
                       case when newer then p.position > edge else p.position < edge end
                       and p.name_key like all (names) and p.name_key not like any (other_names)
                       and p.unit_key like all (holders) and p.unit_key not like any (other_holders)
                       and p.search_text like all (texts) as matches
                  from unnest(slices) with ordinality as s (slice, place)
                 cross join lateral (
                       select * from product_filing.public_product q
                        where product_filing.search_tokens(q.grams, q.position, q.data_year, q.search_text)
                              @> (tokens || ('t:' || s.slice))
                        limit few + 1) as p
                 limit few + 1) as c;
        if read <= few then
            found := found || hits;
            exit;
        end if;
        -- The last slice is read in part only: those before it count.
        found := found || array(
            select hit from unnest(hits) as hit
             where left(replace(cast(hit as text), '-', ''), length(slices[reached])) <> slices[reached]);
        exit when cardinality(found) >= most;
        if length(slices[reached]) < finest then
            slices := array(
                select slices[reached] || digit from unnest(digits) as digit
                 where case when newer then cast(rpad(slices[reached] || digit, 32, 'f') as uuid) > edge
                            else cast(rpad(slices[reached] || digit, 32, '0') as uuid) < edge end) || slices[reached + 1:];
        else
            found := found || array(
                select p.position
                  from (select * from product_filing.public_product q
                         where product_filing.search_tokens(q.grams, q.position, q.data_year, q.search_text)
                               @> (tokens || ('t:' || slices[reached]))
                        offset 0) as p
                 where case when newer then p.position > edge else p.position < edge end
                   and p.name_key like all (names) and p.name_key not like any (other_names)
                   and p.unit_key like all (holders) and p.unit_key not like any (other_holders)
                   and p.search_text like all (texts)
                 order by case when newer then p.position end, p.position desc);
            slices := slices[reached + 1:];
        end if;
    end loop;
    if not (complete and cardinality(found) <= all_of_them) then
        found := found[:most];
    end if;
    if newer then
        return query
            select * from product_filing.public_product where position = any (found) order by position;
    else
        return query
            select * from product_filing.public_product where position = any (found) order by position desc;
    end if;
end
$$;
grant execute on function product_filing.slice_number(text, int),
    product_filing.find_products(text[], text[], text[], text[], text[], text[], uuid, boolean, int) to ${application};
