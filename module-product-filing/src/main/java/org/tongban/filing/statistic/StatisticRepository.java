package org.tongban.filing.statistic;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/**
 * All SQL of the counters (PF-72), which the database keeps: {@code statistic_change} has what is not yet in them, and both
 * together are always right.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StatisticRepository extends GenericRepository<Counted, String> {
    /** What the rows say, above what the counters say; compared in one statement, which sees one moment. */
    String COMPARE = """
        , found as (
            insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
            select :subject, d.dimension, :counted, d.value, d.state, sum(d.count)
              from (select dimension, value, state, count from really
                    union all
                    select dimension, value, state, -count from product_filing.statistic
                     where subject = :subject and year = :counted
                    union all
                    select dimension, value, state, -change from product_filing.statistic_change
                     where subject = :subject and year = :counted) as d
             group by d.dimension, d.value, d.state
            having sum(d.count) <> 0
            returning id)
        select count(*) from found
        """;

    /** The counts of a subject; all dimensions where none is named. */
    @Query(value = """
        select c.dimension, c.year, c.value, c.state, cast(sum(c.count) as bigint) as count
          from (select dimension, year, value, state, count from product_filing.statistic
                 where subject = :subject and (cast(:only as text) = '' or dimension = :only)
                union all
                select dimension, year, value, state, change from product_filing.statistic_change
                 where subject = :subject and (cast(:only as text) = '' or dimension = :only)) as c
         group by c.dimension, c.year, c.value, c.state
        having sum(c.count) <> 0
        """, nativeQuery = true)
    List<Counted> counts(String subject, String only);

    /** Moves the oldest changes into the counters; answers how many it took. */
    @Query(value = """
        with taken as (
            delete from product_filing.statistic_change
             where id in (select id from product_filing.statistic_change order by id limit :most for update skip locked)
            returning subject, dimension, year, value, state, change),
        added as (
            insert into product_filing.statistic as kept (subject, dimension, year, value, state, count)
            select subject, dimension, year, value, state, sum(change)
              from taken
             group by subject, dimension, year, value, state
             order by subject, dimension, year, value, state
            on conflict (subject, dimension, year, value, state) do update set count = kept.count + excluded.count)
        select count(*) from taken
        """, nativeQuery = true)
    long fold(int most);

    /** The years of a subject that have counters. */
    @Query(value = "select distinct year from product_filing.statistic where subject = :subject", nativeQuery = true)
    List<Integer> years(String subject);

    /** Compares the public products of a year with their counts and puts these right; answers how many were wrong. */
    @Query(value = """
        with really as (
            select u.dimension, u.value, p.state, count(*) as count
              from product_filing.public_product p
             cross join lateral product_filing.counted_under(p.product, p.division) u
             where p.data_year = :counted
             group by u.dimension, u.value, p.state)
        """ + COMPARE, nativeQuery = true)
    long recountPublic(String subject, int counted);

    /** The same of filings with figures of a year. */
    @Query(value = """
        with really as (
            select 'state' as dimension, '' as value, state, count(*) as count
              from product_filing.product
             where coalesce(data_year, 0) = :counted
             group by state)
        """ + COMPARE, nativeQuery = true)
    long recountFilings(String subject, int counted);

    /** The same of the updates of a round. */
    @Query(value = """
        with really as (
            select 'state' as dimension, '' as value, state, count(*) as count
              from product_filing.product_update
             where year = :counted
             group by state)
        """ + COMPARE, nativeQuery = true)
    long recountUpdates(String subject, int counted);

    /** The same of the recognitions of a round. */
    @Query(value = """
        with really as (
            select 'state' as dimension, '' as value, state, count(*) as count
              from product_filing.recognition
             where year = :counted
             group by state)
        """ + COMPARE, nativeQuery = true)
    long recountRecognitions(String subject, int counted);
}
