package org.tongban.identity.manage;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.Registration;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.SignInLink;
import org.tongban.identity.approval.Deciders;
import org.tongban.identity.manage.AccountViews.NewHandler;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccountMoves.Handler;
import org.tongban.identity.user.UserMove;
import org.tongban.identity.user.ValidId;

/**
 * Adds a handler's account for somebody (ID-19), in the transaction under way. It has no password: its holder signs in by a
 * code to the phone, accepts the terms and chooses one (CO-23).
 */
@Singleton
class AddHandler {
    private static final String REGISTERED = "identity.handler-registered";

    private final Deciders deciders;
    private final Remaining remaining;
    private final ValidId validId;
    private final HandlerAccountMoves moves;
    private final Accounts accounts;
    private final Registration registration;
    private final OrganisationDirectory directory;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final SignInLink link;

    AddHandler(
            Deciders deciders,
            Remaining remaining,
            ValidId validId,
            HandlerAccountMoves moves,
            Accounts accounts,
            Registration registration,
            OrganisationDirectory directory,
            Outbox outbox,
            BusinessClock clock,
            AuditTrail audit,
            SignInLink link) {
        this.deciders = deciders;
        this.remaining = remaining;
        this.validId = validId;
        this.moves = moves;
        this.accounts = accounts;
        this.registration = registration;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
        this.link = link;
    }

    HandlerAccount add(Caller caller, NewHandler body) {
        var organisation = deciders.require(caller).organisation();
        var form = new HandlerForm();
        var username = body.username().strip();
        form.add(registration.judgeUsername(IdentityRealms.HANDLER, username));
        var document = form.document(body.idType(), body.idNumber(), clock.today());
        var phone = form.phone(body.phone());
        form.require();
        var known = Objects.requireNonNull(document);
        remaining.requireNotPending(organisation, known);
        validId.require(known);
        var added = open(
                organisation,
                username,
                new Handler(body.name().strip(), known, Objects.requireNonNull(phone), body.landline()));
        var active = moves.activateUnproved(added, UserMove.ACTIVATE, IdentityActor.PLATFORM);
        audit.record(Remaining.SUBJECT, active.id(), Map.of("after", Remaining.digest(active)));
        return active;
    }

    /** Opens the account, which waits before its gate, and tells its holder. */
    HandlerAccount open(UUID organisation, String username, Handler handler) {
        Account account = accounts.create(new NewAccount(
                IdentityRealms.HANDLER, username, null, true, null, organisation, handler.phone(), null, Set.of()));
        var added = moves.add(account.id(), organisation, handler);
        var name = directory.find(organisation).map(Organisation::name).orElse("—");
        outbox.send(REGISTERED, new Recipient.Account(account.id()), Map.of("organisation", name, "link", link.url()));
        return added;
    }
}
