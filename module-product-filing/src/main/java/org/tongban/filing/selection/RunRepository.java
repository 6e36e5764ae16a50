package org.tongban.filing.selection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of the measuring of candidates (PF-50). */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RunRepository extends GenericRepository<Run, UUID> {
    String COLUMNS = """
        id, year, scorecard, dry, day, measured, met, hidden, missed, digest, started_by, started_at, finished_at, version
        """;
    String RESULT = """
        d.recognition as id, d.run, d.met, d.hidden, d.score, d.missed, d.industry, d.category,
        cast(d.inputs as text) as inputs, p.product ->> 'name' as name, p.filing_number, r.state
          from product_filing.recognition_result d
          join product_filing.recognition r on r.id = d.recognition
          join product_filing.product p on p.id = r.product
        """;

    @Query("select " + COLUMNS + " from product_filing.recognition_run where id = :id")
    Optional<Run> ofId(UUID id);

    @Query("select " + COLUMNS + " from product_filing.recognition_run where id = :id for update")
    Optional<Run> lock(UUID id);

    /** Those of a round, the latest first. */
    @Query("select " + COLUMNS + """
          from product_filing.recognition_run
         where year = :year and id < :edge
         order by id desc limit :rows
        """)
    List<Run> ofRound(int year, UUID edge, int rows);

    /** The run of the round that has the last results. */
    @Query("""
        select id from product_filing.recognition_run
         where year = :year and not dry and finished_at is not null
         order by id desc limit 1
        """)
    Optional<UUID> latest(int year);

    @Query("""
        insert into product_filing.recognition_run (
               id, year, scorecard, dry, day, measured, met, hidden, missed, digest, started_by, started_at, version)
        values (:id, :year, :scorecard, :dry, :day, :measured, :met, :hidden, :missed, :digest, :startedBy, :startedAt,
               :version)
        """)
    void add(Run run);

    @Query("""
        update product_filing.recognition_run
           set measured = :measured, met = :met, hidden = :hidden, missed = :missed, digest = :digest,
               finished_at = :finishedAt, version = :version
         where id = :id
        """)
    void store(Run run);

    /** How many candidates are undecided in the round. */
    @Query("""
        select count(*) from product_filing.recognition where year = :year and state in ('CANDIDATE', 'HELD')
        """)
    long countUndecided(int year);

    /**
     * The next undecided candidates with what they are measured by. A patent counts while it is valid on the day; one that
     * the registry does not know was confirmed by a reviewer. Each is looked up by its id: without the offset the planner
     * reads all patents for a batch.
     */
    @Query("""
        select r.id, cast(p.product as text) as product, cast(p.evidence as text) as evidence, a.total_cost,
               a.ip_investment, a.net_profit, a.product_sales, a.output_value, a.patent_assets, a.total_assets,
               cast(a.employees as numeric) as employees, l.valid, l.inventions, l.core, l.public_core, l.disputed,
               l.hidden
          from product_filing.recognition r
          join product_filing.product p on p.id = r.product
          left join product_filing.unit_assets a on a.unit = p.unit and a.year = p.data_year
         cross join lateral (
               select count(*) filter (where t.stands) as valid,
                      count(*) filter (where t.stands and t.kind = 'INVENTION') as inventions,
                      count(*) filter (where t.stands and link ->> 'role' = 'core') as core,
                      count(*) filter (where t.stands and link ->> 'role' = 'core'
                                         and link ->> 'publicAtFiling' = 'true') as public_core,
                      count(*) filter (where t.stands and link ->> 'inDispute' = 'true') as disputed,
                      count(*) filter (where link ->> 'publicAtFiling' = 'false') as hidden
                 from jsonb_array_elements(p.patents -> 'patents') as link
                 left join lateral (
                      select held.kind,
                             (not held.verified
                                 or (held.legal_status in ('GRANTED', 'IN_GRACE') and held.expires_on >= :day))
                             and (held.licence_to is null or held.licence_to >= :day) as stands
                        from product_filing.patent held
                       where held.id = cast(link ->> 'patentId' as uuid)
                      offset 0) t on true) l
         where r.year = :year and r.state in ('CANDIDATE', 'HELD') and r.id > :after
         order by r.id limit :rows
        """)
    List<Measured> next(int year, LocalDate day, UUID after, int rows);

    /** Keeps results, given as JSON with the columns' names. */
    @Query("""
        insert into product_filing.recognition_result (
               run, recognition, met, hidden, score, missed, industry, category, inputs)
        select :run, given.recognition, given.met, given.hidden, given.score, given.missed, given.industry,
               given.category, given.inputs
          from jsonb_to_recordset(cast(:results as jsonb)) as given (
               recognition uuid, met boolean, hidden boolean, score numeric, missed int[], industry text, category text,
               inputs jsonb)
        """)
    void keep(UUID run, String results);

    /** Results of a run, the records that came last first; {@code wanted} null for all. */
    @Query("select " + RESULT + """
         where d.run = :run and d.recognition < :edge and (cast(:wanted as boolean) is null or d.met = :wanted)
         order by d.recognition desc limit :rows
        """)
    List<ResultRow> results(UUID run, @Nullable Boolean wanted, UUID edge, int rows);

    /** What the run found by which the recognition was decided. */
    @Query("select " + RESULT + " where r.id = :recognition and d.run = r.run")
    Optional<ResultRow> decisive(UUID recognition);

    /** What finished runs found of a recognition, the latest first. */
    @Query("select " + RESULT + """
          join product_filing.recognition_run f on f.id = d.run and f.finished_at is not null
         where d.recognition = :recognition and d.run < :edge
         order by d.run desc limit :rows
        """)
    List<ResultRow> found(UUID recognition, UUID edge, int rows);

    /** Of the results of a run behind a record those whose products are not decided on. */
    @Query("select " + RESULT + """
         where d.run = :run and d.recognition > :after and r.state in ('CANDIDATE', 'HELD')
         order by d.recognition limit :rows
        """)
    List<ResultRow> undecided(UUID run, UUID after, int rows);

    /** How many those are. */
    @Query("""
        select count(*)
          from product_filing.recognition_result d
          join product_filing.recognition r on r.id = d.recognition
         where d.run = :run and r.state in ('CANDIDATE', 'HELD')
        """)
    long countUndecided(UUID run);
}
