package org.tongban.filing.stage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of stages and their answers. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StageRepository extends GenericRepository<StageAnswer, UUID> {
    String STAGE = "id, year, run, title, request, due_on, created_by, created_at";
    String ANSWER = """
        a.id, a.stage, a.recognition, s.title, s.request, s.due_on, a.text, a.files, a.answered_at, r.state,
        p.product ->> 'name' as name, p.filing_number, a.version
          from product_filing.stage_answer a
          join product_filing.stage s on s.id = a.stage
          join product_filing.recognition r on r.id = a.recognition
          join product_filing.product p on p.id = r.product
        """;

    @Query("""
        insert into product_filing.stage (id, year, run, title, request, due_on, created_by, created_at)
        values (:id, :year, :run, :title, :request, :dueOn, :createdBy, :now)
        """)
    void add(UUID id, int year, UUID run, String title, String request, LocalDate dueOn, UUID createdBy, Instant now);

    @Query("select " + STAGE + " from product_filing.stage where id = :id")
    Optional<Stage> stage(UUID id);

    /** Those of a round, the latest first. */
    @Query("select " + STAGE + """
          from product_filing.stage
         where year = :year and id < :edge
         order by id desc limit :rows
        """)
    List<Stage> ofRound(int year, UUID edge, int rows);

    @Query("select " + ANSWER + " where a.id = :id")
    Optional<StageAnswer> ofId(UUID id);

    /** Those of a recognition, the latest first; a round has few stages. */
    @Query("select " + ANSWER + " where a.recognition = :recognition order by a.id desc limit 100")
    List<StageAnswer> ofRecognition(UUID recognition);

    /** Those of a stage for staff, the latest first. */
    @Query("select " + ANSWER + " where a.stage = :stage and a.id < :edge order by a.id desc limit :rows")
    List<StageAnswer> ofStage(UUID stage, UUID edge, int rows);

    @Query("select a.id from product_filing.stage_answer a where a.id = :id for update")
    Optional<UUID> lock(UUID id);

    /** The unit's own answer; its version. */
    @Query("""
        select a.version
          from product_filing.stage_answer a
          join product_filing.recognition r on r.id = a.recognition
          join product_filing.unit o on o.id = r.unit
         where a.id = :id and o.organisation = :organisation
        """)
    Optional<Long> version(UUID id, UUID organisation);

    /** Undecided products that passed the run of a stage, behind a record, which the stage has not asked. */
    @Query("""
        select d.recognition
          from product_filing.stage s
          join product_filing.recognition_result d on d.run = s.run and d.met
          join product_filing.recognition r on r.id = d.recognition and r.state in ('CANDIDATE', 'HELD')
         where s.id = :stage and d.recognition > :after
           and not exists (
               select 1 from product_filing.stage_answer a where a.stage = s.id and a.recognition = d.recognition)
         order by d.recognition limit :rows
        """)
    List<UUID> toAsk(UUID stage, UUID after, int rows);

    @Query("""
        insert into product_filing.stage_answer (id, stage, recognition, files, version)
        values (:id, :stage, :recognition, '{}', 1)
        on conflict do nothing
        """)
    long ask(UUID id, UUID stage, UUID recognition);

    @Query("""
        update product_filing.stage_answer
           set text = :text, files = cast(:files as text[]), answered_at = :now, version = version + 1
         where id = :id
        """)
    void answer(UUID id, String text, String[] files, Instant now);
}
