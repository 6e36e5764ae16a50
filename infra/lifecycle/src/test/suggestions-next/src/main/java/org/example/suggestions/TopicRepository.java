package org.example.suggestions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The topics of suggestions, a column that version 1.1.0 adds. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TopicRepository extends GenericRepository<Suggestion, UUID> {
    @Query("select distinct topic from suggestions.suggestion order by topic limit 100")
    List<String> topics();
}
