package org.tongban.filing.scorecard;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of scorecards. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScorecardRepository extends GenericRepository<ScorecardRow, UUID> {
    String COLUMNS = "id, year, number, title, cast(criteria as text) as criteria, pass_mark, created_by, created_at";

    @Query("select " + COLUMNS + " from product_filing.scorecard where id = :id")
    Optional<ScorecardRow> ofId(UUID id);

    /** Those of a round, the latest first. */
    @Query("select " + COLUMNS + """
          from product_filing.scorecard
         where year = :year and id < :edge
         order by id desc limit :rows
        """)
    List<ScorecardRow> ofRound(int year, UUID edge, int rows);

    /** The number of the next one of a round, whose row the transaction has locked. */
    @Query("select coalesce(max(number), 0) + 1 from product_filing.scorecard where year = :year")
    int next(int year);

    @Query("""
        insert into product_filing.scorecard (id, year, number, title, criteria, pass_mark, created_by, created_at)
        values (:id, :year, :number, :title, cast(:criteria as jsonb), :passMark, :createdBy, :createdAt)
        """)
    void add(ScorecardRow row);
}
