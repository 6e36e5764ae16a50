package org.example.suggestions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of suggestions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SuggestionRepository extends GenericRepository<Suggestion, UUID> {
    @Query("""
        insert into suggestions.suggestion (id, owner, text, state, version)
        values (:id, :owner, :text, 'submitted', 1)\
        """)
    void add(UUID id, UUID owner, String text);

    @Query("select id, owner, text, state, version from suggestions.suggestion where id = :id")
    Optional<Suggestion> find(UUID id);

    @Query("update suggestions.suggestion set state = :state, version = version + 1 where id = :id")
    void move(UUID id, String state);

    @Query("""
        select id, owner, text, state, version
        from suggestions.suggestion
        where owner = :owner and id < :before
        order by id desc
        limit :rows\
        """)
    List<Suggestion> list(UUID owner, UUID before, int rows);

    @Query("""
        select id, owner, text, state, version
        from suggestions.suggestion
        where state = 'published' and text like :text and id < :before
        order by id desc
        limit :rows\
        """)
    List<Suggestion> published(String text, UUID before, int rows);

    @Query("select count(*) from suggestions.suggestion where state = 'published'")
    long countPublished();

    @Query("insert into suggestions.count_run (suggestions) select count(*) from suggestions.suggestion")
    void count();
}
