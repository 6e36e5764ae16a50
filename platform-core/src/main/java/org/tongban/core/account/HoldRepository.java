package org.tongban.core.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** All SQL of what keeps accounts open. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HoldRepository extends GenericRepository<HoldRepository.HoldRow, String> {
    @Query("""
        insert into core.account_hold (account_id, hold, title_zh, title_en)
        values (:account, :hold, :zh, :en)
        on conflict do nothing
        """)
    int put(UUID account, String hold, String zh, String en);

    @Query("delete from core.account_hold where account_id = :account and hold = :hold")
    int remove(UUID account, String hold);

    @Query("select hold, title_zh, title_en from core.account_hold where account_id = :account order by hold")
    List<HoldRow> of(UUID account);

    /** A hold. */
    @MappedEntity(value = "account_hold", schema = "core")
    record HoldRow(@Id String hold, String titleZh, String titleEn) {}
}
