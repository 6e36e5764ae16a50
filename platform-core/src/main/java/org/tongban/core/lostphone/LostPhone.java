package org.tongban.core.lostphone;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code core.lost_phone}: somebody asks for another phone of an account.
 *
 * @param account null where the request named an account that there is not
 * @param newPhone sealed
 * @param state {@code asked}, {@code agreed} by one, {@code granted} by two, “effective”; or {@code refused},
 *     {@code stopped}, {@code void} where it could not be carried out, {@code nobody} where there is no such account
 * @param document as the reviewers see it
 * @param effectiveAt when the phone changes, once granted
 */
@MappedEntity(value = "lost_phone", schema = "core")
record LostPhone(
        @Id UUID id,
        @Nullable UUID account,
        byte[] newPhone,
        String state,
        String document,
        Instant askedAt,
        @Nullable Instant effectiveAt) {}
