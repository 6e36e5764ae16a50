package org.tongban.identity.credential;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that a credential has opened and that is neither over nor revoked (ID-15).
 *
 * @param provider the client that vouched for it
 * @param holder null where the provider named none
 */
public record CredentialSession(
        UUID session,
        UUID provider,
        String serial,
        UUID organisation,
        @Nullable Holder holder) {
    /** What stands for it in records of decisions. */
    public String mark() {
        return "credential:" + provider + "/" + serial;
    }

    @Override
    public String toString() {
        return "CredentialSession[" + session + "]";
    }
}
