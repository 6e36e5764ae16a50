-- PE-16: where all that answer a text were read, the best of them are told at once, and its tiers need not be asked one by
-- one. What is hardly there nearby is not looked for in the next larger slice, but among all.
drop function product_filing.find_products(
    text[], text[], text[], text[], text[], text[], uuid, boolean, int);

-- The place of a product's tier among those that answer a text, 0 for the best: as the platform reckons it.
create function product_filing.tier(whole text, texts text[], name_key text, unit_key text) returns int
    language sql immutable parallel safe
    as $$
        select case when name_key = whole then 0
                    when name_key like whole || '%' then 1
                    when name_key like '%' || whole || '%' then 2
                    when unit_key = whole then 3
                    when unit_key like whole || '%' then 4
                    when unit_key like '%' || whole || '%' then 5
                    when name_key like all (texts) then 6
                    else 7 end
    $$;

-- What lies between a slice and the large ones, the nearest first: its sisters, then those of what it is a part of.
create function product_filing.slices_beside(slice text, coarsest int, digits text[]) returns text[]
    language sql immutable parallel safe
    as $$
        select array(
            select left(slice, size - 1) || digit
              from generate_series(length(slice), coarsest + 1, -1) as size
             cross join unnest(digits) with ordinality as sister (digit, place)
             where place > array_position(digits, substr(slice, size, 1))
             order by size desc, place)
    $$;

-- The nearest products beside a position that have all tokens, at least one, and answer the patterns; the nearest first. The
-- slices around the place are asked first: what is common is found there. Then all at once, of which the index makes a short
-- list where any of it is rare. What is common but far away is looked for slice by slice. No more than some rows of a slice
-- are read, and those of all once. Where whole is given and all that answer it were read and are more than were asked for,
-- one more comes, and they are the best of all instead of the nearest; whoever ranks them need not ask again.
create function product_filing.find_products(
    tokens text[], names text[], other_names text[], holders text[], other_holders text[], texts text[],
    edge uuid, newer boolean, most int, whole text default null)
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
    read int;
    entire boolean;
    complete boolean := false;
    scarce boolean := false;
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
        continue when scarce and asked[turn] <> '';
        select count(*),
               array_agg(p.position order by
                         case when asked[turn] = '' and whole is not null
                              then product_filing.tier(whole, texts, p.name_key, p.unit_key) end,
                         case when newer then p.position end, p.position desc)
                 filter (where case when newer then p.position > edge else p.position < edge end
                           and p.name_key like all (names) and p.name_key not like any (other_names)
                           and p.unit_key like all (holders) and p.unit_key not like any (other_holders)
                           and p.search_text like all (texts))
          into read, hits
          from (select * from product_filing.public_product q
                 where product_filing.search_tokens(q.grams, q.position, q.data_year, q.search_text)
                       @> case when asked[turn] = '' then tokens else tokens || ('t:' || asked[turn]) end
                 limit case when asked[turn] = '' then many else few end + 1) as p;
        entire := read <= case when asked[turn] = '' then many else few end;
        if entire then
            found := coalesce(hits, '{}');
            complete := asked[turn] = '';
            if not complete and 16 * read < most and not scarce then
                -- The next slice has sixteen times as much room.
                scarce := true;
                slices := product_filing.slices_beside(asked[turn], coarsest, digits) || slices;
            end if;
        elsif asked[turn] <> '' then
            -- This one by its parts, then what lies between it and the large ones.
            found := '{}';
            slices := asked[turn] || product_filing.slices_beside(asked[turn], coarsest, digits) || slices;
        end if;
        exit when not entire or cardinality(found) >= most;
    end loop;
    -- More than a few of all: slice after slice, and those that have more than a few by their parts.
    while not entire and cardinality(found) < most and cardinality(slices) > 0 loop
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
    found := found[:most + case when complete and whole is not null then 1 else 0 end];
    if newer then
        return query
            select * from product_filing.public_product where position = any (found) order by position;
    else
        return query
            select * from product_filing.public_product where position = any (found) order by position desc;
    end if;
end
$$;
grant execute on function product_filing.tier(text, text[], text, text), product_filing.slices_beside(text, int, text[]),
    product_filing.find_products(text[], text[], text[], text[], text[], text[], uuid, boolean, int, text) to ${application};
