package org.tongban.template.proposal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of proposals. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProposalRepository extends GenericRepository<Proposal, UUID> {
    String SELECT = """
        select id, organisation, state, cast(document as text) as document, number, version, created_at, changed_at
          from template_programme.proposal
        """;

    @Query(SELECT + " where id = :id")
    Optional<Proposal> ofId(UUID id);

    @Query(SELECT + " where id = :id for update")
    Optional<Proposal> lock(UUID id);

    @Query("select version from template_programme.proposal where id = :id and organisation = :organisation")
    Optional<Long> version(UUID id, UUID organisation);

    @Query("""
        select version from template_programme.proposal where id = :id and organisation = :organisation for update
        """)
    Optional<Long> lockedVersion(UUID id, UUID organisation);

    @Query("""
        insert into template_programme.proposal (
               id, organisation, state, document, number, version, created_at, changed_at)
        values (:id, :organisation, :state, cast(:document as jsonb), :number, :version, :createdAt, :changedAt)
        """)
    void add(Proposal row);

    /** Writes a proposal whose row the transaction has locked. */
    @Query("""
        update template_programme.proposal
           set state = :state, document = cast(:document as jsonb), number = :number, version = :version,
               changed_at = :changedAt
         where id = :id
        """)
    void store(Proposal row);

    @Query("""
        update template_programme.proposal
           set search_text = :searchText, grams = cast(:grams as text[])
         where id = :id
        """)
    void index(UUID id, String searchText, String[] grams);

    String ROW = "select id, state, coalesce(document ->> 'name', '') as name, number, changed_at ";

    /** What is older, newest first. */
    @Query(ROW + """
          from template_programme.proposal
         where organisation = :organisation and state = any (cast(:states as text[])) and id < :edge
         order by id desc limit :rows
        """)
    List<ProposalRow> below(UUID organisation, String[] states, UUID edge, int rows);

    /** What is newer, oldest first. */
    @Query(ROW + """
          from template_programme.proposal
         where organisation = :organisation and state = any (cast(:states as text[])) and id > :edge
         order by id limit :rows
        """)
    List<ProposalRow> above(UUID organisation, String[] states, UUID edge, int rows);

    /** How many the organisation has, counted no further than {@code most}. */
    @Query("""
        select count(*) from (
            select 1 from template_programme.proposal
             where organisation = :organisation and state = any (cast(:states as text[]))
             limit :most) as counted
        """)
    long count(UUID organisation, String[] states, int most);

    /** What the public may see and is older, newest first; the words are checked again because grams may stand apart. */
    @Query(SELECT + """
         where state = 'APPROVED' and grams @> cast(:grams as text[])
           and search_text like all (cast(:words as text[])) and id < :edge
         order by id desc limit :rows
        """)
    List<Proposal> publicBelow(String[] grams, String[] words, UUID edge, int rows);

    /** What the public may see and is newer, oldest first. */
    @Query(SELECT + """
         where state = 'APPROVED' and grams @> cast(:grams as text[])
           and search_text like all (cast(:words as text[])) and id > :edge
         order by id limit :rows
        """)
    List<Proposal> publicAbove(String[] grams, String[] words, UUID edge, int rows);

    /** How many the public may see, counted no further than {@code most}. */
    @Query("""
        select count(*) from (
            select 1 from template_programme.proposal
             where state = 'APPROVED' and grams @> cast(:grams as text[])
               and search_text like all (cast(:words as text[]))
             limit :most) as found
        """)
    long countPublic(String[] grams, String[] words, int most);

    /** Removes what stands in one of the states and was not changed since. */
    @Query("""
        delete from template_programme.proposal
         where state = any (cast(:states as text[])) and changed_at < :before
        """)
    long discard(String[] states, Instant before);
}
