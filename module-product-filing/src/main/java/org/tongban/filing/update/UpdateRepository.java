package org.tongban.filing.update;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of updates. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UpdateRepository extends GenericRepository<ProductUpdate, UUID> {
    String COLUMNS = """
        id, product, unit, year, data_year, state, form, cast(document as text) as document, returned_on, open_until,
        submitted_at, version, created_at, changed_at
        """;
    String ROW = """
        u.id, u.product, u.unit, u.year, u.data_year, u.state, p.product ->> 'name' as name, p.filing_number,
        u.changed_at
        """;
    String FROM = """
          from product_filing.product_update u
          join product_filing.product p on p.id = u.product
        """;

    @Query("select " + COLUMNS + " from product_filing.product_update where id = :id")
    Optional<ProductUpdate> ofId(UUID id);

    @Query("select " + COLUMNS + " from product_filing.product_update where id = :id for update")
    Optional<ProductUpdate> lock(UUID id);

    @Query("""
        select id from product_filing.product
         where id = (select product from product_filing.product_update where id = :id) for update
        """)
    Optional<UUID> lockProduct(UUID id);

    /** All who change both take the product first. */
    default Optional<ProductUpdate> lockWithProduct(UUID id) {
        return lockProduct(id).flatMap(product -> lock(id));
    }

    @Query("""
        select u.version
          from product_filing.product_update u
          join product_filing.unit o on o.id = u.unit
         where u.id = :id and o.organisation = :organisation
        """)
    Optional<Long> version(UUID id, UUID organisation);

    /** Asks for updates of products; answers the ids of those that were not asked for before. */
    @Query(value = """
        with added as (
            insert into product_filing.product_update (
                   id, product, unit, year, data_year, state, form, document, version, created_at, changed_at)
            select given.id, given.product, :unit, :year, :dataYear, 'DUE', :form, '{}', 1, :now, :now
              from unnest(cast(:ids as uuid[]), cast(:products as uuid[])) as given (id, product)
            on conflict do nothing
            returning id)
        select id from added
        """, nativeQuery = true)
    List<UUID> add(
            @Nullable String[] ids,
            @Nullable String[] products,
            UUID unit,
            int year,
            int dataYear,
            String form,
            Instant now);

    @Query("select " + COLUMNS + " from product_filing.product_update where id = any (cast(:ids as uuid[]))")
    List<ProductUpdate> ofAll(@Nullable String[] ids);

    @Query("select " + COLUMNS + """
          from product_filing.product_update where id = any (cast(:ids as uuid[])) order by id for update
        """)
    List<ProductUpdate> lockAll(@Nullable String[] ids);

    /** Writes that those were missed whose rows the transaction has locked. */
    @Query("""
        update product_filing.product_update u
           set state = 'MISSED', version = given.version, changed_at = :now
          from unnest(cast(:ids as uuid[]), cast(:versions as bigint[])) as given (id, version)
         where u.id = given.id
        """)
    void miss(@Nullable String[] ids, @Nullable String[] versions, Instant now);

    /** Writes one whose row the transaction has locked. */
    @Query("""
        update product_filing.product_update
           set state = :state, document = cast(:document as jsonb), returned_on = :returnedOn, open_until = :openUntil,
               submitted_at = :submittedAt, version = :version, changed_at = :changedAt
         where id = :id
        """)
    void store(ProductUpdate update);

    /** Those of a unit that are older, newest first, in the states. */
    @Query("select " + ROW + FROM + """
         where u.unit = :unit and u.state = any (cast(:states as text[])) and u.id < :edge
         order by u.id desc limit :rows
        """)
    List<UpdateRow> below(UUID unit, String[] states, UUID edge, int rows);

    /** Those that are newer, oldest first. */
    @Query("select " + ROW + FROM + """
         where u.unit = :unit and u.state = any (cast(:states as text[])) and u.id > :edge
         order by u.id limit :rows
        """)
    List<UpdateRow> above(UUID unit, String[] states, UUID edge, int rows);

    @Query("""
        select count(*) from (
            select 1 from product_filing.product_update
             where unit = :unit and state = any (cast(:states as text[])) limit :most) as counted
        """)
    long count(UUID unit, String[] states, int most);

    @Query("select " + ROW + FROM + " where u.id = :id")
    UpdateRow row(UUID id);

    /** Those of a round, for staff. */
    @Query("select " + ROW + FROM + """
         where u.year = :year and u.state = any (cast(:states as text[])) and u.id < :edge
         order by u.id desc limit :rows
        """)
    List<UpdateRow> ofRound(int year, String[] states, UUID edge, int rows);

    /** Units with a filed product that has older figures and was not asked for others in the round. */
    @Query("""
        select distinct p.unit
          from product_filing.product p
         where p.state = 'FILED' and p.data_year < :dataYear and p.unit > :after
           and not exists (
               select 1 from product_filing.product_update u where u.product = p.id and u.year = :year)
         order by p.unit limit :rows
        """)
    List<UUID> unitsToAsk(int year, int dataYear, UUID after, int rows);

    @Query("""
        select p.id
          from product_filing.product p
         where p.unit = :unit and p.state = 'FILED' and p.data_year < :dataYear
           and not exists (
               select 1 from product_filing.product_update u where u.product = p.id and u.year = :year)
         limit :rows
        """)
    List<UUID> productsToAsk(UUID unit, int year, int dataYear, int rows);

    /** How many units still have to hand in; one with none is left out. */
    @Query(value = """
        select unit, count(*) as open
          from product_filing.product_update
         where year = :year and unit = any (cast(:units as uuid[])) and state in ('DUE', 'RETURNED')
         group by unit
        """, nativeQuery = true)
    List<OpenUpdates> countOpen(int year, @Nullable String[] units);

    /** Units that still have to hand some in. */
    @Query("""
        select distinct unit
          from product_filing.product_update
         where year = :year and state in ('DUE', 'RETURNED') and unit > :after
         order by unit limit :rows
        """)
    List<UUID> unitsWithOpen(int year, UUID after, int rows);

    /** Answers the units that were not reminded before. */
    @Query(value = """
        with added as (
            insert into product_filing.update_reminder (unit, year, days)
            select given.unit, :year, :days from unnest(cast(:units as uuid[])) as given (unit)
            on conflict do nothing
            returning unit)
        select unit from added
        """, nativeQuery = true)
    List<UUID> noteReminders(@Nullable String[] units, int year, int days);

    /** Those that were not handed in and whose round, and the day that staff gave, are over. */
    @Query("""
        select u.id
          from product_filing.product_update u
          join product_filing.round r on r.year = u.year
         where u.state in ('DUE', 'RETURNED') and r.closes_on < :today
           and (u.open_until is null or u.open_until < :today) and u.id > :after
         order by u.id limit :rows
        """)
    List<UUID> late(LocalDate today, UUID after, int rows);

    @Query("""
        select exists (
            select 1 from product_filing.product_update where product = :product and state = 'IN_REVIEW')
        """)
    boolean isInReview(UUID product);

    @Query("""
        select id from product_filing.product_update
         where product = :product and state in ('DUE', 'RETURNED', 'MISSED')
         order by id for update
        """)
    List<UUID> lockOpen(UUID product);

    @Query("delete from product_filing.product_update where id = :id")
    void delete(UUID id);
}
