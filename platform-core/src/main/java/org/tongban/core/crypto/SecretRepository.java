package org.tongban.core.crypto;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** All SQL of the installation's own keys. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SecretRepository extends GenericRepository<SecretRepository.SecretRow, String> {
    /** Answers 0 where there is one. */
    @Query("""
        insert into core.secret (name, value, created_at) values (:name, :value, :createdAt)
        on conflict (name) do nothing
        """)
    int insert(String name, byte[] value, Instant createdAt);

    @Query("select name, value from core.secret where name = :name")
    Optional<SecretRow> find(String name);

    /** A key, sealed. */
    @MappedEntity(value = "secret", schema = "core")
    @SuppressWarnings("ArrayRecordComponent")
    record SecretRow(@Id String name, byte[] value) {
        @Override
        public String toString() {
            return "SecretRow[" + name + "]";
        }
    }
}
