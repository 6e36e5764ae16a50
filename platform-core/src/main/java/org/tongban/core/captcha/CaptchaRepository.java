package org.tongban.core.captcha;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of captchas. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaptchaRepository extends GenericRepository<CaptchaRepository.Captcha, UUID> {
    /** A captcha and its sealed answer. */
    @MappedEntity(value = "captcha", schema = "core")
    record Captcha(@Id UUID id, byte[] answer, Instant expiresAt) {}

    @Query("insert into core.captcha (id, answer, expires_at) values (:id, :answer, :expiresAt)")
    void insert(UUID id, byte[] answer, Instant expiresAt);

    @Query("select id, answer, expires_at from core.captcha where id = :id and expires_at > :now")
    Optional<Captcha> find(UUID id, Instant now);

    /** Takes a captcha out of the world; of many who answer at once one gets it. */
    @Query(value = "delete from core.captcha where id = :id returning id, answer, expires_at", nativeQuery = true)
    @Nullable
    Captcha take(UUID id);

    @Query("delete from core.captcha where expires_at <= :now")
    int deleteExpired(Instant now);
}
