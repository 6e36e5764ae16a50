package org.tongban.core.file.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.tongban.core.crypto.Encrypted;

/** All SQL on the keys of sealed objects. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SealedObjectRepository extends GenericRepository<SealedObject, String> {
    @Query("insert into core.sealed_object (key, data_key) values (:key, :dataKey)")
    void add(String key, Encrypted dataKey);

    @Query("select key, data_key from core.sealed_object where key = :key")
    Optional<SealedObject> find(String key);

    @Query("delete from core.sealed_object where key = :key")
    void delete(String key);
}
