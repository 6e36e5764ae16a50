package org.tongban.filing.recognition;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    @Query("select " + COLUMNS + " from product_filing.recognition where id = :id for update")
    Optional<Recognition> lock(UUID id);

    /** Those of a product that are in publicity or in force. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where product = :product and state in ('IN_PUBLICITY', 'RECOGNISED')
         order by state desc for update
        """)
    List<Recognition> lockLive(UUID product);

    /** What the public sees of a product: it is recognised, or else in publicity. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where product = :product and state in ('IN_PUBLICITY', 'RECOGNISED')
         order by state desc limit 1
        """)
    Optional<Recognition> shown(UUID product);

    /** Those that were revoked with an objection or a filing. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition
         where revoked_by = :cause and state = 'REVOKED'
         order by id for update
        """)
    List<Recognition> lockRevokedBy(UUID cause);

    /** Writes one whose row the transaction has locked. */
    @Query("""
        update product_filing.recognition
           set state = :state, former = :former, reason = :reason, revoked_by = :revokedBy,
               run = :run, publicity_start = :publicityStart, recognised_on = :recognisedOn,
               valid_until = :validUntil, certificate_number = :certificateNumber, version = :version, changed_at = :changedAt
         where id = :id
        """)
    void store(Recognition recognition);

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

    /** Those in publicity since a day. */
    @Query("""
        select id from product_filing.recognition
         where state = 'IN_PUBLICITY' and publicity_start = :start and id > :after
         order by id limit :rows
        """)
    List<UUID> inPublicitySince(LocalDate start, UUID after, int rows);

    /** Those in force whose last day was before the day. */
    @Query("""
        select id from product_filing.recognition
         where state = 'RECOGNISED' and valid_until < :today and id > :after
         order by id limit :rows
        """)
    List<UUID> over(LocalDate today, UUID after, int rows);

    /** Those in force that end within a stretch of days and whose units were not reminded of it. */
    @Query("""
        select r.id from product_filing.recognition r
         where r.state = 'RECOGNISED' and r.valid_until >= :from and r.valid_until <= :to and r.id > :after
           and not exists (
               select 1 from product_filing.recognition_reminder m where m.recognition = r.id and m.days = :days)
         order by r.id limit :rows
        """)
    List<UUID> ending(LocalDate from, LocalDate to, int days, UUID after, int rows);

    @Query("""
        insert into product_filing.recognition_reminder (recognition, days) values (:recognition, :days)
        on conflict do nothing
        """)
    long noteReminder(UUID recognition, int days);

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
