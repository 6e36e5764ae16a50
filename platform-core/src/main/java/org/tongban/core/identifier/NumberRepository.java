package org.tongban.core.identifier;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The sequences that numbers come from. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NumberRepository extends GenericRepository<NumberRepository.Serial, UUID> {
    @Query("select nextval(cast(:sequence as regclass)) from generate_series(1, :count)")
    List<Long> next(String sequence, int count);

    /** The row type that the repository is of. */
    @io.micronaut.data.annotation.MappedEntity
    record Serial(@io.micronaut.data.annotation.Id UUID id) {}
}
