package org.tongban.core.module;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads which modules the database has had. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MigratedModuleRepository extends GenericRepository<MigratedModule, String> {
    /** Whether the database is new enough to know. */
    @Query("select to_regclass('core.module') is not null")
    boolean isKept();

    @Query(value = """
        select id, version, schema_name, last_migrated_at
        from core.module
        order by id\
        """, nativeQuery = true)
    List<MigratedModule> all();

    /** Every module that the database has had; none where it is too old to know. */
    default List<MigratedModule> known() {
        return isKept() ? all() : List.of();
    }
}
