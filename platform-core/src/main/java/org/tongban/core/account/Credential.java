package org.tongban.core.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a password is checked against.
 *
 * @param password null as long as the account signs in by code only
 */
public record Credential(
        UUID account, String realm, String login, @Nullable PasswordHash password) {}
