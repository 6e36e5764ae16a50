package org.tongban.filing.unit;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of units. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnitRepository extends GenericRepository<FilingUnit, UUID> {
    String ROW = """
        select id, organisation, state, origin, created_at, joined_at, joined_by
          from product_filing.unit
        """;

    @Query(ROW + " where organisation = :organisation")
    Optional<FilingUnit> ofOrganisation(UUID organisation);

    @Query(ROW + " where organisation = :organisation for update")
    Optional<FilingUnit> lockOfOrganisation(UUID organisation);

    /** Verified ones, in the order of their ids. */
    @Query(ROW + " where id > :behind and state = 'VERIFIED' order by id limit :most")
    List<FilingUnit> verifiedBehind(UUID behind, int most);

    @Query(ROW + " where id = :id")
    Optional<FilingUnit> ofId(UUID id);

    @Query(ROW + " where id = any (cast(:ids as uuid[]))")
    List<FilingUnit> ofAll(@org.jspecify.annotations.Nullable String[] ids);

    @Query(ROW + " where id = :id for share")
    Optional<FilingUnit> hold(UUID id);

    @Query(ROW + " where id = :id for update")
    Optional<FilingUnit> lock(UUID id);

    /** Answers 0 where the organisation has one. */
    @Query("""
        insert into product_filing.unit (id, organisation, state, origin, created_at, joined_at, joined_by)
        values (:id, :organisation, :state, :origin, :createdAt, :joinedAt, :joinedBy)
        on conflict (organisation) do nothing
        """)
    int add(
            UUID id,
            UUID organisation,
            UnitState state,
            String origin,
            Instant createdAt,
            @Nullable Instant joinedAt,
            @Nullable UUID joinedBy);

    @Query("update product_filing.unit set state = 'VERIFIED', origin = :origin where id = :id")
    void verify(UUID id, String origin);

    /** Answers 0 where it is joined already. */
    @Query("""
        update product_filing.unit set joined_at = :at, joined_by = :account where id = :id and joined_at is null
        """)
    int join(UUID id, UUID account, Instant at);

    @Query("update product_filing.unit set joined_at = null, joined_by = null where id = :id")
    void part(UUID id);

    /** Whether a change of the unit's data is in review (PF-8). */
    @Query("""
        select exists (
            select 1 from product_filing.verification
             where owner = :id and kind = 'CHANGE' and state = 'PENDING_REVIEW')
        """)
    boolean isChangePending(UUID id);
}
