package org.tongban.core.account;

import org.jspecify.annotations.Nullable;

/**
 * An account with what its password is checked against.
 *
 * @param password null as long as the account signs in by code only
 */
public record Credential(Account account, @Nullable PasswordHash password) {}
