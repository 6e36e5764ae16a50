package org.tongban.core.client;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of clients and of the assertions they have used. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClientRepository extends GenericRepository<ClientRow, UUID> {
    @Query("""
        insert into core.client
            (id, name, authentication, secret_sha256, jwks, scopes, networks, state, created_at, changed_at)
        values (:id, :name, :authentication, :secretSha256, :jwks, :scopes, :networks, 'active', :now, :now)
        """)
    void insert(
            UUID id,
            String name,
            String authentication,
            @Nullable String secretSha256,
            @Nullable String jwks,
            String scopes,
            String networks,
            Instant now);

    @Query("""
        select id, name, authentication, secret_sha256, jwks, scopes, networks, state, generation, version,
            created_at, changed_at
        from core.client
        where id = :id
        """)
    Optional<ClientRow> find(UUID id);

    @Query("select version from core.client where id = :id")
    Optional<Long> version(UUID id);

    @Query("select version from core.client where id = :id for update")
    Optional<Long> lock(UUID id);

    @Query("""
        select id, name, authentication, secret_sha256, jwks, scopes, networks, state, generation, version,
            created_at, changed_at
        from core.client
        where id < :edge
        order by id desc
        limit :most
        """)
    List<ClientRow> below(UUID edge, int most);

    @Query("""
        select id, name, authentication, secret_sha256, jwks, scopes, networks, state, generation, version,
            created_at, changed_at
        from core.client
        where id > :edge
        order by id
        limit :most
        """)
    List<ClientRow> above(UUID edge, int most);

    /** The version of a client that is not disabled, and stays so until the transaction ends. */
    @Query("select version from core.client where id = :id and state = 'active' for share")
    Optional<Long> lockActive(UUID id);

    /** What changes a client's rights ends the tokens it has. */
    @Query("""
        update core.client
        set name = :name, jwks = :jwks, scopes = :scopes, networks = :networks,
            generation = generation + 1, version = version + 1, changed_at = :now, voided_at = :now
        where id = :id
        """)
    void change(UUID id, String name, @Nullable String jwks, String scopes, String networks, Instant now);

    @Query("""
        update core.client
        set secret_sha256 = :secretSha256,
            generation = generation + 1, version = version + 1, changed_at = :now, voided_at = :now
        where id = :id
        """)
    void changeSecret(UUID id, String secretSha256, Instant now);

    @Query("""
        update core.client
        set state = :state,
            generation = generation + 1, version = version + 1, changed_at = :now, voided_at = :now
        where id = :id and state <> :state
        """)
    int changeState(UUID id, String state, Instant now);

    /** Answers 0 where the client has used the assertion before. */
    @Query("""
        insert into core.client_assertion (client_id, jti_sha256, expires_at)
        values (:client, :jtiSha256, :expiresAt)
        on conflict do nothing
        """)
    int use(UUID client, String jtiSha256, Instant expiresAt);

    @Query("delete from core.client_assertion where expires_at < :before")
    int forgetAssertions(Instant before);
}
