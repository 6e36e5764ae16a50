package org.tongban.identity.merge;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of merges. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MergeRepository extends GenericRepository<PersonMerge, UUID> {
    /** The columns of a merge. */
    String ROW = """
        select id, person, account, other, other_account, other_realm, state, asked_at, decided_at, decision, version
          from identity.person_merge
        """;

    /** Answers 0 where one of the two is in another merge that is in review, on the same side. */
    @Query("""
        insert into identity.person_merge (id, person, account, other, other_account, other_realm, state, asked_at, version)
        values (:id, :person, :account, :other, :otherAccount, :otherRealm, :state, :askedAt, 1)
        on conflict do nothing
        """)
    int insert(
            UUID id,
            UUID person,
            UUID account,
            UUID other,
            UUID otherAccount,
            String otherRealm,
            String state,
            Instant askedAt);

    @Query("""
        update identity.person_merge
           set state = :state, decided_at = :decidedAt, decision = :decision, version = :version
         where id = :id
        """)
    void store(PersonMerge merge);

    @Query(ROW + " where id = :id for update")
    Optional<PersonMerge> lock(UUID id);

    @Query(ROW + """
         where person = :person and id < :edge
         order by id desc
         limit :most
        """)
    List<PersonMerge> below(UUID person, UUID edge, int most);

    @Query(ROW + """
         where person = :person and id > :edge
         order by id
         limit :most
        """)
    List<PersonMerge> above(UUID person, UUID edge, int most);
}
