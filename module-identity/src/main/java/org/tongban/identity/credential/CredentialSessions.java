package org.tongban.identity.credential;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.signin.BriefSessions;
import org.tongban.core.time.SystemClock;
import org.tongban.identity.credential.CredentialRepository.SessionRow;

/** The sessions that credentials have opened; joins the transaction under way. */
@Singleton
public class CredentialSessions {
    private static final String NUMBER = "identity.credential_session.holder_number";
    private static final String NONCE = "identity.credential_nonce.nonce_index";
    private static final String SERIAL = "identity.credential_session.serial";

    private final CredentialRepository repository;
    private final BriefSessions sessions;
    private final MasterKey masterKey;
    private final SystemClock clock;

    CredentialSessions(
            CredentialRepository repository, BriefSessions sessions, MasterKey masterKey, SystemClock clock) {
        this.repository = repository;
        this.sessions = sessions;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** The session of an id, unless its serial is revoked or its time is over. */
    public Optional<CredentialSession> find(UUID session) {
        return repository.find(session, clock.now()).map(this::opened);
    }

    /** Whether the provider says this for the first time. */
    boolean isFirst(UUID provider, String nonce, Instant expires) {
        return repository.use(provider, masterKey.blindIndex(nonce, NONCE), expires) > 0;
    }

    /** Whether the serial holds; it does until the transaction ends. */
    boolean holds(UUID provider, String serial) {
        lock(provider, serial);
        return !repository.isRevoked(provider, serial);
    }

    void add(UUID session, UUID provider, Assertion assertion, UUID organisation, Duration lifetime) {
        var now = clock.now();
        var holder = assertion.holder();
        repository.insert(
                session,
                provider,
                assertion.serial(),
                assertion.kind().code(),
                organisation,
                holder == null ? null : holder.name(),
                holder == null ? null : holder.document().kind().code(),
                sealed(session, holder),
                now,
                now.plus(lifetime));
    }

    /** Refuses a serial from now on, and ends its sessions; whether it held before. */
    boolean revoke(UUID provider, String serial) {
        lock(provider, serial);
        boolean held = repository.revoke(provider, serial, clock.now()) > 0;
        repository.openOf(provider, serial, clock.now()).forEach(sessions::end);
        return held;
    }

    /** Forgets what nobody can use any more at a moment. */
    int forget(Instant before) {
        return repository.forgetNonces(before) + repository.forgetSessions(before);
    }

    private void lock(UUID provider, String serial) {
        var index = masterKey.blindIndex(provider + "/" + serial, SERIAL);
        repository.lock(ByteBuffer.wrap(index).getLong());
    }

    private byte[] sealed(UUID session, @Nullable Holder holder) {
        return holder == null
                ? new byte[0]
                : masterKey.seal(holder.document().value(), NUMBER + session).bytes();
    }

    private CredentialSession opened(SessionRow row) {
        var name = row.holderName();
        var kind = Optional.ofNullable(row.holderIdType()).flatMap(IdDocument.Kind::of);
        var holder = name == null || kind.isEmpty()
                ? null
                : new Holder(
                        name,
                        new IdDocument(
                                kind.get(), masterKey.openText(Encrypted.of(row.holderNumber()), NUMBER + row.id())));
        return new CredentialSession(row.id(), row.provider(), row.serial(), row.organisation(), holder);
    }
}
