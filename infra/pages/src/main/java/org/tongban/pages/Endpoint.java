package org.tongban.pages;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its controller declares it (CO-28, CO-55).
 *
 * @param operation the controller method's name, which is its operation id
 * @param owner the check of whose record it is, by its name; null where there is no record
 * @param action what it is audited as; null where it changes nothing
 * @param idempotent whether it heeds an {@code Idempotency-Key}
 * @param ifMatch whether it demands {@code If-Match}
 * @param needsAccount whether a client without an account is refused, whatever its scopes (CO-27)
 * @param beforePasswordChange whether an account may call it that has to change its password first (CO-23)
 * @param beforeGate whether an account may call it that stands before its realm's gate (ID-6)
 */
public record Endpoint(
        String method,
        String path,
        String operation,
        Access access,
        @Nullable String owner,
        @Nullable String action,
        boolean idempotent,
        boolean ifMatch,
        boolean needsAccount,
        boolean beforePasswordChange,
        boolean beforeGate) {
    /** Whether it is about a record that belongs to somebody: who may not reach it is told 404. */
    public boolean isOfRecord() {
        return owner != null || (access instanceof Access.SignedIn && path.contains("{"));
    }
}
