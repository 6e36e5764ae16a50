package org.tongban.identity.approval;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.credential.CredentialSession;
import org.tongban.identity.credential.Holder;
import org.tongban.identity.user.HandlerAccount;

/** Who decides in an organisation (ID-15). */
public sealed interface Decider {
    /** The organisation it decides in. */
    UUID organisation();

    /** What stands for it in records of decisions. */
    String mark();

    /** Whose face stands for a decision; empty where nobody knows. */
    Optional<Holder> holder();

    /** The person of the platform, where it is known. */
    @Nullable
    UUID person();

    /** Whether it is the account. */
    default boolean is(HandlerAccount other) {
        return mark().equals(other.id().toString());
    }

    /** The legal representative's account, or an administrator's. */
    record OfAccount(HandlerAccount account) implements Decider {
        @Override
        public UUID organisation() {
            return account.organisation();
        }

        @Override
        public String mark() {
            return account.id().toString();
        }

        @Override
        public Optional<Holder> holder() {
            return Optional.of(new Holder(account.name(), account.document()));
        }

        @Override
        public @Nullable UUID person() {
            return account.person();
        }
    }

    /** The organisation itself, by a credential. */
    record OfCredential(CredentialSession session) implements Decider {
        @Override
        public UUID organisation() {
            return session.organisation();
        }

        @Override
        public String mark() {
            return session.mark();
        }

        @Override
        public Optional<Holder> holder() {
            return Optional.ofNullable(session.holder());
        }

        @Override
        public @Nullable UUID person() {
            return null;
        }
    }
}
