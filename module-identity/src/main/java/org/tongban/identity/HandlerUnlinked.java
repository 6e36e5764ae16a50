package org.tongban.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A person handles an organisation's business no longer (ID-7, ID-40).
 *
 * @param channel the way of enrolment, say {@code organisation}
 */
@Serdeable
public record HandlerUnlinked(UUID organisation, UUID person, String channel) {}
