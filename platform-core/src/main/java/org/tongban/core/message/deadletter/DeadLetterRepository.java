package org.tongban.core.message.deadletter;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.message.Message;

/** All SQL of messages that were given up or whose fate nobody knows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeadLetterRepository extends GenericRepository<Message, UUID> {
    /** What is older, newest first. */
    @Query(value = "select " + Message.COLUMNS + """
        from core.message
        where state in ('dead', 'unclear') and id < :edge
        order by id desc
        limit :most\
        """, nativeQuery = true)
    List<Message> below(UUID edge, int most);

    /** What is newer, oldest first. */
    @Query(value = "select " + Message.COLUMNS + """
        from core.message
        where state in ('dead', 'unclear') and id > :edge
        order by id
        limit :most\
        """, nativeQuery = true)
    List<Message> above(UUID edge, int most);

    /** How many there are, counted up to a number. */
    @Query(value = """
        select count(*) from (
            select 1 from core.message where state in ('dead', 'unclear') limit :most) as counted\
        """, nativeQuery = true)
    long count(int most);

    @Query(value = "select " + Message.COLUMNS + "from core.message where id = :id", nativeQuery = true)
    Optional<Message> find(UUID id);

    /** Has it tried anew; its five tries begin again. */
    @Query("""
        update core.message
        set state = 'queued', attempts = 0, due_at = :now
        where id = :id and state in ('dead', 'unclear')\
        """)
    int retry(UUID id, Instant now);

    @Query("update core.message set state = 'discarded' where id = :id and state in ('dead', 'unclear')")
    int discard(UUID id);

    /** How many should have gone out before a moment, counted up to a number. */
    @Query(value = """
        select count(*) from (
            select 1 from core.message where state = 'queued' and due_at < :before limit :most) as counted\
        """, nativeQuery = true)
    long countOverdue(Instant before, int most);

    /** Forgets what was settled long ago, a part at a time. */
    @Query("""
        delete from core.message
        where id in (
            select id from core.message
            where created_at < :before and state in ('sent', 'delivered', 'undelivered', 'dropped', 'discarded')
            order by created_at
            limit :most)\
        """)
    int deleteBefore(Instant before, int most);
}
