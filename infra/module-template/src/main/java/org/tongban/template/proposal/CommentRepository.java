package org.tongban.template.proposal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of comments. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CommentRepository extends GenericRepository<Comment, UUID> {
    String SELECT = "select id, proposal, number, text, received_at from template_programme.comment ";

    @Query("""
        insert into template_programme.comment (id, proposal, number, code_hash, text, received_at)
        values (:id, :proposal, :number, :codeHash, :text, :receivedAt)
        """)
    void add(UUID id, UUID proposal, String number, byte[] codeHash, String text, Instant receivedAt);

    /** The one that whoever wrote it follows; of a wrong code there is none. */
    @Query(SELECT + "where number = :number and code_hash = :codeHash")
    Optional<Comment> ofCode(String number, byte[] codeHash);

    /** What is older, newest first. */
    @Query(SELECT + "where proposal = :proposal and id < :edge order by id desc limit :rows")
    List<Comment> below(UUID proposal, UUID edge, int rows);

    /** What is newer, oldest first. */
    @Query(SELECT + "where proposal = :proposal and id > :edge order by id limit :rows")
    List<Comment> above(UUID proposal, UUID edge, int rows);
}
