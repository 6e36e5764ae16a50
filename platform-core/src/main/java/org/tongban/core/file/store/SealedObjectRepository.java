package org.tongban.core.file.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** All SQL on the keys of sealed objects. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SealedObjectRepository extends GenericRepository<SealedObjectRepository.SealedObject, String> {
    @Query("insert into core.sealed_object (key, data_key) values (:key, :dataKey)")
    void add(String key, byte[] dataKey);

    @Query("select key, data_key from core.sealed_object where key = :key")
    Optional<SealedObject> find(String key);

    @Query("delete from core.sealed_object where key = :key")
    void delete(String key);

    /** The key that one object of the store is sealed with, itself sealed by the master key. */
    @MappedEntity(schema = "core", value = "sealed_object")
    @SuppressWarnings("ArrayRecordComponent")
    record SealedObject(@Id String key, byte[] dataKey) {
        @Override
        public String toString() {
            return "SealedObject[" + key + "]";
        }
    }
}
