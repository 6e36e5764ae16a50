package org.tongban.identity.manage;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Contacts;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.audit.Changes;
import org.tongban.core.code.Proofs;
import org.tongban.core.me.AccountNotices;
import org.tongban.core.message.Masked;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.approval.Deciders;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;

/** Changes phone and authority of a handler's account, and closes it (ID-20); in the transaction under way. */
@Singleton
class ChangeAccount {
    private static final String GRANTED = "identity.authority-granted";
    private static final String WITHDRAWN = "identity.authority-withdrawn";
    private static final String CLOSED = "identity.handler-closed";

    private final Deciders deciders;
    private final Remaining remaining;
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final Accounts accounts;
    private final Contacts contacts;
    private final AccountNotices notices;
    private final Proofs proofs;
    private final OrganisationDirectory directory;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ChangeAccount(
            Deciders deciders,
            Remaining remaining,
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            Accounts accounts,
            Contacts contacts,
            AccountNotices notices,
            Proofs proofs,
            OrganisationDirectory directory,
            Outbox outbox,
            BusinessClock clock,
            AuditTrail audit) {
        this.deciders = deciders;
        this.remaining = remaining;
        this.handlers = handlers;
        this.moves = moves;
        this.accounts = accounts;
        this.contacts = contacts;
        this.notices = notices;
        this.proofs = proofs;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
    }

    /** Gives the same person another phone, which a code asked for by the caller has proved; the old one is told. */
    HandlerAccount changePhone(Caller caller, UUID id, String proof) {
        var decider = deciders.require(caller);
        var handler = handlers.lock(id).orElseThrow();
        remaining.requireManaged(handler);
        remaining.requireReachable(decider, handler);
        var phone = ReplaceHandler.provedPhone(proofs, caller, proof);
        var account = accounts.find(id).orElseThrow();
        var old = accounts.phone(id).orElse(null);
        // Here the refusal may be the module's own; what core then tells of the same phone changes nothing.
        moves.changePhone(handler, phone);
        contacts.setPhone(account, phone);
        if (old != null && !old.equals(phone)) {
            notices.phoneChange(account, old, clock.now());
        }
        audit.record(
                Remaining.SUBJECT,
                id,
                Changes.between(
                        Map.of("phone", old == null ? "" : Masked.phone(old)), Map.of("phone", Masked.phone(phone))));
        return handlers.find(id).orElseThrow();
    }

    /** Grants or withdraws an administrator's authority; tokens that are out say the former one no longer. */
    HandlerAccount grant(Caller caller, UUID id, Authority wanted) {
        var decider = deciders.require(caller);
        var handler = handlers.lock(id).orElseThrow();
        if (!handler.isActive()) {
            throw DomainException.of(IdentityError.HANDLER_NOT_ACTIVE)
                    .with("state", handler.state().code());
        }
        if (handler.authority() == Authority.REPRESENTATIVE) {
            throw DomainException.of(IdentityError.REPRESENTATIVE_ACCOUNT);
        }
        if (handler.authority() == wanted) {
            audit.record(Remaining.SUBJECT, id, Map.of("authority", wanted.code()));
            return handler;
        }
        if (wanted == Authority.HANDLER) {
            remaining.requireStrippable(decider, handler);
        }
        var granted = moves.grant(handler, wanted);
        outbox.send(
                wanted == Authority.HANDLER ? WITHDRAWN : GRANTED,
                new Recipient.Account(id),
                Map.of("organisation", name(handler)));
        audit.record(Remaining.SUBJECT, id, Changes.between(Remaining.digest(handler), Remaining.digest(granted)));
        return granted;
    }

    /** Closes an account for good; its phone is free at once. */
    HandlerAccount close(Caller caller, UUID id) {
        var decider = deciders.require(caller);
        var handler = handlers.lock(id).orElseThrow();
        remaining.requireManaged(handler);
        remaining.requireEndable(decider, handler);
        // A closed account has no e-mail any more.
        outbox.send(CLOSED, new Recipient.Account(id), Map.of("organisation", name(handler)));
        var closed = moves.close(handler, UserMove.CLOSE, IdentityActor.ADMINISTRATOR);
        audit.record(Remaining.SUBJECT, id, Changes.between(Remaining.digest(handler), Remaining.digest(closed)));
        return closed;
    }

    private String name(HandlerAccount handler) {
        return directory.find(handler.organisation()).map(Organisation::name).orElse("—");
    }
}
