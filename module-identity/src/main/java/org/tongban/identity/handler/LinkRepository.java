package org.tongban.identity.handler;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of the links of handlers. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LinkRepository extends GenericRepository<HandlerLink, UUID> {
    /** The columns of a link. */
    String ROW = """
        select id, channel, organisation, person, state, sole, linked_at, active_from, ended_at, ended_by, version
          from identity.handler_link
        """;

    /** Answers 0 where the organisation has a link, or the person another one that is to be its only one. */
    @Query("""
        insert into identity.handler_link (id, channel, organisation, person, state, sole, linked_at, version)
        values (:id, :channel, :organisation, :person, :state, :sole, :linkedAt, 1)
        on conflict do nothing
        """)
    int insert(UUID id, String channel, UUID organisation, UUID person, String state, boolean sole, Instant linkedAt);

    @Query("""
        update identity.handler_link
           set state = :state, active_from = :activeFrom, ended_at = :endedAt, ended_by = :endedBy, version = :version
         where id = :id
        """)
    void store(HandlerLink link);

    /** The link that an organisation has now; it stays so until the transaction ends. */
    @Query(ROW + """
         where organisation = :organisation and channel = 'organisation' and state <> 'ended'
           for update
        """)
    Optional<HandlerLink> lockPresent(UUID organisation);

    /** The links that wait for a person; they stay so until the transaction ends. */
    @Query(ROW + """
         where person = :person and state = 'awaiting-person'
         order by id desc
         limit 100
           for update
        """)
    List<HandlerLink> lockAwaiting(UUID person);

    /** Whether two persons each have a link that is to be the only one of its person, in one channel. */
    @Query("""
        select exists (
            select 1
              from identity.handler_link a join identity.handler_link b on b.channel = a.channel
             where a.person = :one and a.sole and a.state <> 'ended' and b.person = :other and b.sole
               and b.state <> 'ended')
        """)
    boolean bothHandle(UUID one, UUID other);

    /** The links of a person that have not ended; they stay so until the transaction ends. */
    @Query(ROW + """
         where person = :person and state <> 'ended'
         order by id
         limit 1000
           for update
        """)
    List<HandlerLink> lockPresentOf(UUID person);

    @Query("update identity.handler_link set person = :heir, version = version + 1 where person = :person")
    void move(UUID person, UUID heir);

    @Query("""
        select exists (select 1 from identity.handler_link where person = :person and state <> 'ended')
        """)
    boolean isHandler(UUID person);

    @Query(ROW + """
         where organisation = :organisation and id < :edge
         order by id desc
         limit :most
        """)
    List<HandlerLink> belowOfOrganisation(UUID organisation, UUID edge, int most);

    @Query(ROW + """
         where organisation = :organisation and id > :edge
         order by id
         limit :most
        """)
    List<HandlerLink> aboveOfOrganisation(UUID organisation, UUID edge, int most);

    @Query(ROW + """
         where person = :person and id < :edge
         order by id desc
         limit :most
        """)
    List<HandlerLink> belowOfPerson(UUID person, UUID edge, int most);

    @Query(ROW + """
         where person = :person and id > :edge
         order by id
         limit :most
        """)
    List<HandlerLink> aboveOfPerson(UUID person, UUID edge, int most);
}
