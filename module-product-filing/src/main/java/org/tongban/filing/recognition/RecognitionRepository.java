package org.tongban.filing.recognition;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Columns;

/** All SQL of recognitions but that of whole rounds. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecognitionRepository extends GenericRepository<Recognition, UUID> {
    String COLUMNS = """
        id, product, unit, year, state, former, reason, revoked_by, run, publicity_start, recognised_on, valid_until,
        certificate_number, version, created_at, changed_at
        """;
    String ROW = """
        r.id, r.product, r.unit, r.year, r.state, r.reason, r.run, r.publicity_start, r.recognised_on, r.valid_until,
        r.certificate_number, p.product ->> 'name' as name, p.filing_number, r.version, r.changed_at
          from product_filing.recognition r
          join product_filing.product p on p.id = r.product
        """;

    @Query("select " + COLUMNS + " from product_filing.recognition where id = :id")
    Optional<Recognition> ofId(UUID id);

    @Query("select " + COLUMNS + " from product_filing.recognition where id = any (cast(:ids as uuid[]))")
    List<Recognition> ofAll(@Nullable String[] ids);

    @Query("select " + COLUMNS + " from product_filing.recognition where id = :id for update")
    Optional<Recognition> lock(UUID id);

    @Query("select " + COLUMNS + """
          from product_filing.recognition where id = any (cast(:ids as uuid[])) order by id for update
        """)
    List<Recognition> lockAll(@Nullable String[] ids);

    /** Those of a product that are in publicity or in force. */
    default List<Recognition> lockLive(UUID product) {
        return lockLive(Columns.of(List.of(product)));
    }

    /** The same of many products. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where product = any (cast(:products as uuid[])) and state in ('IN_PUBLICITY', 'RECOGNISED')
         order by product, state desc for update
        """)
    List<Recognition> lockLive(@Nullable String[] products);

    /** What holds of a product on a day: it is recognised and that is not over, or else staff put it into publicity. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where product = :product and state in ('IN_PUBLICITY', 'RECOGNISED')
           and (state = 'IN_PUBLICITY' or valid_until >= :day)
         order by state desc limit 1
        """)
    Optional<Recognition> standing(UUID product, LocalDate day);

    /** What the public sees of products, at most one of each: it is recognised, or else in publicity. */
    @Query("select distinct on (product) " + COLUMNS + """
          from product_filing.recognition
         where product = any (cast(:products as uuid[])) and state in ('IN_PUBLICITY', 'RECOGNISED')
         order by product, state desc
        """)
    List<Recognition> shown(@Nullable String[] products);

    /** Those that were revoked with an objection or a filing. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where revoked_by = :cause and state = 'REVOKED'
         order by id for update
        """)
    List<Recognition> lockRevokedBy(UUID cause);

    @Query("""
        update product_filing.recognition r
           set state = given.state, former = given.former, reason = given.reason,
               revoked_by = cast(given.revoked_by as uuid), run = cast(given.run as uuid),
               publicity_start = cast(given.publicity_start as date), recognised_on = cast(given.recognised_on as date),
               valid_until = cast(given.valid_until as date), certificate_number = given.certificate_number,
               version = cast(given.version as bigint), changed_at = cast(given.changed_at as timestamptz)
          from unnest(
                   cast(:ids as uuid[]), cast(:states as text[]), cast(:formers as text[]), cast(:reasons as text[]),
                   cast(:causes as text[]), cast(:runs as text[]), cast(:publicityStarts as text[]),
                   cast(:firstDays as text[]), cast(:lastDays as text[]), cast(:certificateNumbers as text[]),
                   cast(:versions as text[]), cast(:moments as text[]))
               as given (id, state, former, reason, revoked_by, run, publicity_start, recognised_on, valid_until,
                   certificate_number, version, changed_at)
         where r.id = given.id
        """)
    void store(
            @Nullable String[] ids,
            @Nullable String[] states,
            @Nullable String[] formers,
            @Nullable String[] reasons,
            @Nullable String[] causes,
            @Nullable String[] runs,
            @Nullable String[] publicityStarts,
            @Nullable String[] firstDays,
            @Nullable String[] lastDays,
            @Nullable String[] certificateNumbers,
            @Nullable String[] versions,
            @Nullable String[] moments);

    /** Notes so many moves of what has or had a certificate: by them the open list has another version. */
    @Query("""
        update product_filing.open_list_version set version = version + :moves where place = mod(pg_backend_pid(), 16)
        """)
    void countListed(int moves);

    /** Writes those whose rows the transaction has locked. */
    default void store(List<Recognition> rows) {
        int listed = (int)
                rows.stream().filter(row -> row.certificateNumber() != null).count();
        if (listed > 0) {
            countListed(listed);
        }
        store(
                Columns.of(rows, Recognition::id),
                Columns.of(rows, Recognition::state),
                Columns.of(rows, Recognition::former),
                Columns.of(rows, Recognition::reason),
                Columns.of(rows, Recognition::revokedBy),
                Columns.of(rows, Recognition::run),
                Columns.of(rows, Recognition::publicityStart),
                Columns.of(rows, Recognition::recognisedOn),
                Columns.of(rows, Recognition::validUntil),
                Columns.of(rows, Recognition::certificateNumber),
                Columns.of(rows, Recognition::version),
                Columns.of(rows, Recognition::changedAt));
    }

    /** The days on which a publicity began that is not over; each is looked up behind the last. */
    @Query("""
        with recursive started (day) as (
            select min(publicity_start) from product_filing.recognition where state = 'IN_PUBLICITY'
            union all
            select (select min(r.publicity_start)
                      from product_filing.recognition r
                     where r.state = 'IN_PUBLICITY' and r.publicity_start > started.day)
              from started
             where started.day is not null)
        select day from started where day is not null
        """)
    List<LocalDate> publicityStarts();

    /** Those whose publicity was decided on a day and is not shown yet. */
    @Query("""
        select r.id
          from product_filing.recognition r
          join product_filing.public_product p on p.id = r.product
         where r.state = 'IN_PUBLICITY' and r.publicity_start = :start and r.id > :after
           and p.state = 'filed' and p.publicity_start = r.publicity_start
         order by r.id limit :rows
        """)
    List<UUID> notShownSince(LocalDate start, UUID after, int rows);

    /** Those in publicity since a day. */
    @Query("""
        select id from product_filing.recognition
         where state = 'IN_PUBLICITY' and publicity_start = :start and id > :after
         order by id limit :rows
        """)
    List<UUID> inPublicitySince(LocalDate start, UUID after, int rows);

    /** The last days, up to one, of those in force; read from the index day by day. */
    @Query("""
        with recursive ending as (
            select min(valid_until) as day from product_filing.recognition
             where state = 'RECOGNISED' and valid_until <= :until
            union all
            select (select min(r.valid_until)
                      from product_filing.recognition r
                     where r.state = 'RECOGNISED' and r.valid_until > ending.day and r.valid_until <= :until)
              from ending
             where ending.day is not null)
        select day from ending where day is not null
        """)
    List<LocalDate> lastDays(LocalDate until);

    /** Those in force of a last day. */
    @Query("""
        select id from product_filing.recognition
         where state = 'RECOGNISED' and valid_until = :day and id > :after
         order by id limit :rows
        """)
    List<UUID> over(LocalDate day, UUID after, int rows);

    /** Those in force of a last day of which their units were not reminded. */
    @Query("""
        select r.id from product_filing.recognition r
         where r.state = 'RECOGNISED' and r.valid_until = :day and r.id > :after
           and not exists (
               select 1 from product_filing.recognition_reminder m where m.recognition = r.id and m.days = :days)
         order by r.id limit :rows
        """)
    List<UUID> ending(LocalDate day, int days, UUID after, int rows);

    /** Answers those whose units were not reminded before. */
    @Query(value = """
        with added as (
            insert into product_filing.recognition_reminder (recognition, days)
            select given.recognition, :days from unnest(cast(:recognitions as uuid[])) as given (recognition)
            on conflict do nothing
            returning recognition)
        select recognition from added
        """, nativeQuery = true)
    List<UUID> noteReminders(@Nullable String[] recognitions, int days);

    @Query("""
        select r.version
          from product_filing.recognition r
          join product_filing.unit o on o.id = r.unit
         where r.id = :id and o.organisation = :organisation
        """)
    Optional<Long> version(UUID id, UUID organisation);

    /** Those of a unit that are older, newest first, in the states. */
    @Query("select " + ROW + """
         where r.unit = :unit and r.state = any (cast(:states as text[])) and r.id < :edge
         order by r.id desc limit :rows
        """)
    List<RecognitionRow> below(UUID unit, String[] states, UUID edge, int rows);

    /** Those that are newer, oldest first. */
    @Query("select " + ROW + """
         where r.unit = :unit and r.state = any (cast(:states as text[])) and r.id > :edge
         order by r.id limit :rows
        """)
    List<RecognitionRow> above(UUID unit, String[] states, UUID edge, int rows);

    @Query("""
        select count(*) from (
            select 1 from product_filing.recognition
             where unit = :unit and state = any (cast(:states as text[])) limit :most) as counted
        """)
    long count(UUID unit, String[] states, int most);

    /** Those of a round, for staff. */
    @Query("select " + ROW + """
         where r.year = :year and r.state = any (cast(:states as text[])) and r.id < :edge
         order by r.id desc limit :rows
        """)
    List<RecognitionRow> ofRound(int year, String[] states, UUID edge, int rows);

    @Query("select " + ROW + " where r.id = :id")
    RecognitionRow row(UUID id);
}
