-- PF-72: counters instead of the one row a state. subject is what is counted: 'public' by the state that the public sees and
-- the data year, 'filing' by state and data year (0 where it has none yet), 'update' and 'recognition' by state and round.
-- value is a code of the dimension, or the empty text where the state alone is counted.
create table product_filing.statistic (
    subject text not null check (subject in ('public', 'filing', 'update', 'recognition')),
    dimension text not null check (dimension in ('state', 'industry', 'province')),
    year int not null,
    value text not null,
    state text not null,
    count bigint not null,
    primary key (subject, dimension, year, value, state)
);
grant update on product_filing.statistic to ${application};

-- What is not yet in the counters. A change of a counted row adds rows here in its own transaction and touches no row of
-- others: nobody waits for a counter, nothing is counted that was rolled back, and nothing can be told twice or too late.
-- Whoever asks adds these to the counters; a task moves them there.
create table product_filing.statistic_change (
    id bigint generated always as identity primary key,
    subject text not null,
    dimension text not null,
    year int not null,
    value text not null,
    state text not null,
    change bigint not null
);
grant update, delete on product_filing.statistic_change to ${application};

-- What a public product is counted under: the division of GB/T 4754, of which the section follows, and the province.
create function product_filing.counted_under(product jsonb, division text)
    returns table (dimension text, value text)
    language sql immutable
    as $$
        values ('state', ''),
               ('industry', coalesce(left(product ->> 'industryCode', 2), '')),
               ('province', left(division, 2))
    $$;
grant execute on function product_filing.counted_under(jsonb, text) to ${application};

-- Counted by the database, a statement at once: whatever writes the row, it cannot be forgotten.
create function product_filing.count_public() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
        select 'public', u.dimension, r.data_year, u.value, r.state, count(*)
          from come r cross join lateral product_filing.counted_under(r.product, r.division) u
         group by u.dimension, r.data_year, u.value, r.state;
    elsif tg_op = 'DELETE' then
        insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
        select 'public', u.dimension, r.data_year, u.value, r.state, -count(*)
          from gone r cross join lateral product_filing.counted_under(r.product, r.division) u
         group by u.dimension, r.data_year, u.value, r.state;
    else
        insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
        select 'public', u.dimension, r.data_year, u.value, r.state, sum(r.change)
          from (select data_year, product, division, state, 1 as change from come
                union all
                select data_year, product, division, state, -1 from gone) r
         cross join lateral product_filing.counted_under(r.product, r.division) u
         group by u.dimension, r.data_year, u.value, r.state
        having sum(r.change) <> 0;
    end if;
    return null;
end
$$;
create trigger public_product_come after insert on product_filing.public_product
    referencing new table as come for each statement execute function product_filing.count_public();
create trigger public_product_gone after delete on product_filing.public_product
    referencing old table as gone for each statement execute function product_filing.count_public();
create trigger public_product_changed after update on product_filing.public_product
    referencing old table as gone new table as come for each statement execute function product_filing.count_public();

create function product_filing.count_filings() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
        select 'filing', 'state', coalesce(data_year, 0), '', state, count(*) from come group by 3, 5;
    elsif tg_op = 'DELETE' then
        insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
        select 'filing', 'state', coalesce(data_year, 0), '', state, -count(*) from gone group by 3, 5;
    else
        insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
        select 'filing', 'state', r.year, '', r.state, sum(r.change)
          from (select coalesce(data_year, 0) as year, state, 1 as change from come
                union all
                select coalesce(data_year, 0), state, -1 from gone) r
         group by r.year, r.state
        having sum(r.change) <> 0;
    end if;
    return null;
end
$$;
create trigger product_come after insert on product_filing.product
    referencing new table as come for each statement execute function product_filing.count_filings();
create trigger product_gone after delete on product_filing.product
    referencing old table as gone for each statement execute function product_filing.count_filings();
create trigger product_changed after update on product_filing.product
    referencing old table as gone new table as come for each statement execute function product_filing.count_filings();

-- Of tables with the year of a round; the argument is the subject.
create function product_filing.count_in_rounds() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
        select tg_argv[0], 'state', year, '', state, count(*) from come group by year, state;
    elsif tg_op = 'DELETE' then
        insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
        select tg_argv[0], 'state', year, '', state, -count(*) from gone group by year, state;
    else
        insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
        select tg_argv[0], 'state', r.year, '', r.state, sum(r.change)
          from (select year, state, 1 as change from come
                union all
                select year, state, -1 from gone) r
         group by r.year, r.state
        having sum(r.change) <> 0;
    end if;
    return null;
end
$$;
create trigger product_update_come after insert on product_filing.product_update
    referencing new table as come for each statement execute function product_filing.count_in_rounds('update');
create trigger product_update_gone after delete on product_filing.product_update
    referencing old table as gone for each statement execute function product_filing.count_in_rounds('update');
create trigger product_update_changed after update on product_filing.product_update
    referencing old table as gone new table as come
    for each statement execute function product_filing.count_in_rounds('update');
create trigger recognition_come after insert on product_filing.recognition
    referencing new table as come for each statement execute function product_filing.count_in_rounds('recognition');
create trigger recognition_gone after delete on product_filing.recognition
    referencing old table as gone for each statement execute function product_filing.count_in_rounds('recognition');
create trigger recognition_changed after update on product_filing.recognition
    referencing old table as gone new table as come
    for each statement execute function product_filing.count_in_rounds('recognition');

-- The counts are compared with the rows year by year.
create index product_counted on product_filing.product (coalesce(data_year, 0), state);

insert into product_filing.statistic (subject, dimension, year, value, state, count)
select 'public', u.dimension, p.data_year, u.value, p.state, count(*)
  from product_filing.public_product p cross join lateral product_filing.counted_under(p.product, p.division) u
 group by u.dimension, p.data_year, u.value, p.state
union all
select 'filing', 'state', coalesce(data_year, 0), '', state, count(*) from product_filing.product group by 3, 5
union all
select 'update', 'state', year, '', state, count(*) from product_filing.product_update group by 3, 5
union all
select 'recognition', 'state', year, '', state, count(*) from product_filing.recognition group by 3, 5;

drop table product_filing.public_count;
