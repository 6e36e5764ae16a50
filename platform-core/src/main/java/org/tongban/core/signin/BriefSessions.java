package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.Account;
import org.tongban.core.token.Revocations;

/**
 * Sessions that a module opens for who a client vouches for (ID-15): they have one access token, are not renewed, and end at
 * once where the client is disabled. Joins the transaction under way.
 */
@Singleton
public class BriefSessions {
    private final Sessions sessions;
    private final Revocations revocations;

    BriefSessions(Sessions sessions, Revocations revocations) {
        this.sessions = sessions;
        this.revocations = revocations;
    }

    /**
     * One that was opened. {@link #toString} does not say its token.
     *
     * @param expiresIn seconds until the token, and with it the session, is over
     */
    public record BriefSession(UUID id, String token, long expiresIn) {
        @Override
        public String toString() {
            return "BriefSession[" + id + "]";
        }
    }

    /**
     * Opens one.
     *
     * @param vouching the client that vouches for the account
     * @throws org.tongban.core.web.DomainException {@code token-invalid} where that client was disabled meanwhile
     */
    public BriefSession open(Account account, UUID vouching) {
        var brief = sessions.openBriefly(account, vouching);
        return new BriefSession(
                brief.session(), brief.token().value(), brief.token().expiresIn());
    }

    /** Ends one; its token is refused within a second. */
    public void end(UUID session) {
        revocations.endSession(session);
    }
}
