package org.tongban.identity.manage;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityError;
import org.tongban.identity.application.Applications;
import org.tongban.identity.approval.Decider;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserState;

/** What has to hold before an account loses its authority or its person (ID-20); in the transaction that locks both. */
@Singleton
class Remaining {
    /** What the audit trail knows accounts by. */
    static final String SUBJECT = "identity/handler-account";

    private final HandlerAccounts handlers;
    private final Applications applications;
    private final Successions successions;

    Remaining(HandlerAccounts handlers, Applications applications, Successions successions) {
        this.handlers = handlers;
        this.applications = applications;
        this.successions = successions;
    }

    /** Refuses to touch an account that is closed, or that waits for something else than the person who is to take it over. */
    void requireManaged(HandlerAccount account) {
        if (account.isActive()) {
            return;
        }
        var pending = applications
                .pending(account.organisation(), account.document())
                .filter(application -> application.account().equals(account.id()));
        if (pending.isPresent()) {
            throw DomainException.of(IdentityError.APPROVE_PENDING_APPLICATION)
                    .with("application", pending.get().id());
        }
        if (account.state() == UserState.CLOSED || !successions.holds(account.id())) {
            throw DomainException.of(IdentityError.HANDLER_NOT_ACTIVE)
                    .with("state", account.state().code());
        }
    }

    /**
     * Refuses to end an account, or its person's use of it: that of the representative but by the organisation itself or
     * another representative, and the last one that decides but by the organisation itself.
     */
    void requireEndable(Decider by, HandlerAccount account) {
        switch (by) {
            case Decider.OfCredential organisation -> {}
            case Decider.OfAccount(var decider) -> {
                boolean byOther = decider.authority() == Authority.REPRESENTATIVE && !by.is(account);
                if (account.authority() == Authority.REPRESENTATIVE && !byOther) {
                    throw DomainException.of(IdentityError.REPRESENTATIVE_ACCOUNT);
                }
                requireOther(account);
            }
        }
    }

    /** Refuses another phone for the representative's account, by which its password could be had, but by itself. */
    void requireReachable(Decider by, HandlerAccount account) {
        boolean byOther = by instanceof Decider.OfAccount && !by.is(account);
        if (account.authority() == Authority.REPRESENTATIVE && byOther) {
            throw DomainException.of(IdentityError.REPRESENTATIVE_ACCOUNT);
        }
    }

    /** Refuses to withdraw the authority of the representative, and of the last one that decides likewise. */
    void requireStrippable(Decider by, HandlerAccount account) {
        if (account.authority() == Authority.REPRESENTATIVE) {
            throw DomainException.of(IdentityError.REPRESENTATIVE_ACCOUNT);
        }
        if (by instanceof Decider.OfAccount) {
            requireOther(account);
        }
    }

    private void requireOther(HandlerAccount account) {
        boolean decides = account.isActive() && account.authority().decides();
        if (decides
                && handlers.deciding(account.organisation()).stream()
                        .map(HandlerAccount::id)
                        .allMatch(account.id()::equals)) {
            throw DomainException.of(IdentityError.LAST_APPROVER);
        }
    }

    /** What the audit trail is told of an account. */
    static Map<String, Object> digest(HandlerAccount account) {
        return Map.of(
                "state", account.state().code(),
                "authority", account.authority().code(),
                "document", account.document().masked());
    }

    /** Refuses to name a person whose own application waits for a decision (ID-19). */
    void requireNotPending(UUID organisation, IdDocument document) {
        applications.pending(organisation, document).ifPresent(application -> {
            throw DomainException.of(IdentityError.APPROVE_PENDING_APPLICATION).with("application", application.id());
        });
    }
}
