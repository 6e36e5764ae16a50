package org.tongban.core.document;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A row of {@code core.document}.
 *
 * @param code without hyphens
 * @param facts the {@link DocumentFact}s as JSON; empty in lists
 * @param revokedFor the subject of the decision by which it was revoked, where there is one
 * @param foundByNumber whether everybody finds it by its number
 * @param fileKey where the first rendering lies; null as long as nobody asked for it
 */
@MappedEntity(value = "document", schema = "core")
record DocumentRow(
        @Id UUID id,
        String code,
        String template,
        String number,
        String titleZh,
        String titleEn,
        String holder,
        String issuer,
        @Nullable UUID account,
        String subjectType,
        UUID subject,
        String facts,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Instant issuedAt,
        @Nullable UUID supersededBy,
        @Nullable Instant revokedAt,
        @Nullable UUID revokedFor,
        boolean foundByNumber,
        @Nullable String fileKey,
        @Nullable String fileSha256) {
    Title title() {
        return new Title(titleZh, titleEn);
    }
}
