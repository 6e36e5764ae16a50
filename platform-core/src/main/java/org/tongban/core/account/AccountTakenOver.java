package org.tongban.core.account;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom an account was made for has taken it over: all steps of the first sign-in are done (CO-23). */
@Serdeable
public record AccountTakenOver(
        UUID account, String realm, @Nullable UUID person) {}
