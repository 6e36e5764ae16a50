package org.tongban.core.form;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** All SQL of the kept hashes; in a transaction of the caller's. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeptFormRepository extends GenericRepository<KeptForm, String> {
    /** Adds a form the database has not had; answers 0 where it has. */
    @Query("""
        insert into core.form_version (id, hash, taken_at)
        values (:id, :hash, :now)
        on conflict (id) do nothing\
        """)
    long add(String id, String hash, Instant now);

    /** Takes another hash; answers 0 where it is the one that is kept. */
    @Query("""
        update core.form_version
        set hash = :hash, taken_at = :now
        where id = :id and hash <> :hash\
        """)
    long change(String id, String hash, Instant now);
}
