package org.tongban.identity.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of applications. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ApplicationRepository extends GenericRepository<HandlerApplication, UUID> {
    /** The columns of an application. */
    String ROW = """
        select id, account, organisation, state, applied_at, reminded_at, decided_at, decided_on, decided_by, reason,
               version
          from identity.handler_application
        """;

    /** Answers 0 where an application of the person to the organisation is pending (ID-17). */
    @Query("""
        insert into identity.handler_application (id, account, organisation, number_index, state, applied_at, version)
        values (:id, :account, :organisation, :numberIndex, 'pending', :at, 1)
        on conflict (organisation, number_index) where state = 'pending' do nothing
        """)
    int insert(UUID id, UUID account, UUID organisation, byte[] numberIndex, Instant at);

    @Query("""
        update identity.handler_application
           set state = :state, decided_at = :decidedAt, decided_on = :decidedOn, decided_by = :decidedBy,
               reason = :reason, version = :version
         where id = :id
        """)
    void store(HandlerApplication application);

    @Query(ROW + " where id = :id")
    Optional<HandlerApplication> ofId(UUID id);

    /** The application of an id; it stays so until the transaction ends. */
    @Query(ROW + " where id = :id for update")
    Optional<HandlerApplication> lock(UUID id);

    /** Of an organisation, newest first; of every state where that is empty. */
    @Query(ROW + """
         where organisation = :organisation and id < :edge and (:state = '' or state = :state)
         order by id desc
         limit :most
        """)
    List<HandlerApplication> below(UUID organisation, String state, UUID edge, int most);

    @Query(ROW + """
         where organisation = :organisation and id > :edge and (:state = '' or state = :state)
         order by id
         limit :most
        """)
    List<HandlerApplication> above(UUID organisation, String state, UUID edge, int most);

    /** The application of a person to an organisation that nobody has decided on. */
    @Query(ROW + " where organisation = :organisation and number_index = :numberIndex and state = 'pending'")
    Optional<HandlerApplication> pending(UUID organisation, byte[] numberIndex);

    /** The latest application of an account. */
    @Query(ROW + " where account = :account order by id desc limit 1")
    Optional<HandlerApplication> latest(UUID account);

    /** Those that wait since before a moment, the longest first. */
    @Query(ROW + " where state = 'pending' and applied_at < :before order by applied_at limit :limit")
    List<HandlerApplication> waiting(Instant before, int limit);

    /** Those of them of whose waiting nobody has been reminded. */
    @Query(ROW + """
         where state = 'pending' and reminded_at is null and applied_at < :before
         order by applied_at
         limit :limit
        """)
    List<HandlerApplication> unreminded(Instant before, int limit);

    @Query("update identity.handler_application set reminded_at = :at, version = version + 1 where id = :id")
    void noteReminded(UUID id, Instant at);

    /** How often an organisation has rejected a person on a day (ID-18). */
    @Query("""
        select count(*)
          from identity.handler_application
         where organisation = :organisation and number_index = :numberIndex and state = 'rejected'
           and decided_on = :day
        """)
    int rejected(UUID organisation, byte[] numberIndex, LocalDate day);
}
