package org.tongban.core.token;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** All SQL of the versions by topic. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChangeRepository extends GenericRepository<ChangeRepository.Change, String> {
    @Query("""
        insert into core.change (topic, version)
        values (:topic, 1)
        on conflict (topic) do update set version = core.change.version + 1
        """)
    void announce(String topic);

    @Query("select topic, version from core.change")
    List<Change> versions();

    /** How often a topic has changed. */
    @MappedEntity(value = "change", schema = "core")
    record Change(@Id String topic, long version) {}
}
