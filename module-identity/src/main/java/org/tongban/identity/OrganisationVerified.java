package org.tongban.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.OrganisationDirectory.Level;

/**
 * An organisation was proved, so far as the level says (ID-40).
 *
 * @param uscc null for a unit that has none (ID-9)
 */
@Serdeable
public record OrganisationVerified(
        UUID organisation, @Nullable String uscc, String name, Level level) {}
