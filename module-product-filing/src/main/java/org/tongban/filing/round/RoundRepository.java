package org.tongban.filing.round;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** All SQL of rounds. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RoundRepository extends GenericRepository<Round, Integer> {
    String COLUMNS = "year, data_year, opens_on, closes_on, filing_deadline, version, changed_at";

    @Query("select " + COLUMNS + " from product_filing.round where year = :year")
    Optional<Round> of(int year);

    /** The same, which stays as it is until the transaction ends; what refers to it is not held up. */
    @Query("select " + COLUMNS + " from product_filing.lock_round(:year)")
    Optional<Round> lock(int year);

    @Query("""
        insert into product_filing.round (year, data_year, opens_on, closes_on, filing_deadline, version, changed_at)
        values (:year, :dataYear, :opensOn, :closesOn, :filingDeadline, 0, :changedAt)
        on conflict do nothing
        """)
    void add(Round round);

    @Query("""
        update product_filing.round
           set data_year = :dataYear, opens_on = :opensOn, closes_on = :closesOn, filing_deadline = :filingDeadline,
               version = :version, changed_at = :changedAt
         where year = :year
        """)
    void store(Round round);

    /** All whose dates staff have given, or that have begun; one a year, no more than {@link EditRound#LAST_YEAR} allows. */
    @Query("select " + COLUMNS + " from product_filing.round order by year desc limit 200")
    List<Round> all();

    /** Whether products have been asked for their figures already, or stand in its recognition. */
    @Query("""
        select exists (select 1 from product_filing.product_update where year = :year)
            or exists (select 1 from product_filing.recognition where year = :year)
        """)
    boolean hasBegun(int year);
}
