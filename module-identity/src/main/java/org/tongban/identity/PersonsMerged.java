package org.tongban.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two persons were one all along (ID-44): modules give what they keep under the first to the second.
 *
 * @param from the platform's person that is none any more
 * @param to the one that stays
 * @param fromAccount the account that was closed; null where accounts of handlers follow, which stay
 * @param toAccount the account that stays
 */
@Serdeable
public record PersonsMerged(UUID from, UUID to, @Nullable UUID fromAccount, UUID toAccount) {}
