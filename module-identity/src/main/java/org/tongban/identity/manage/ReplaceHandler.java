package org.tongban.identity.manage;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.audit.Changes;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.approval.Deciders;
import org.tongban.identity.manage.AccountViews.Replacement;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccountMoves.Handler;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;

/**
 * Gives a username whose person has left to another person (ID-20), in the transaction under way. The account of the one who
 * left is closed, with its password, sessions and agreements, and one of the same name is opened for the successor, who
 * gets no authority with it and proves by the face to be who is named before it works.
 */
@Singleton
class ReplaceHandler {
    private static final String REPLACED = "identity.handler-replaced";

    private final Deciders deciders;
    private final Remaining remaining;
    private final AddHandler addHandler;
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final Accounts accounts;
    private final Successions successions;
    private final Proofs proofs;
    private final OrganisationDirectory directory;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ReplaceHandler(
            Deciders deciders,
            Remaining remaining,
            AddHandler addHandler,
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            Accounts accounts,
            Successions successions,
            Proofs proofs,
            OrganisationDirectory directory,
            Outbox outbox,
            BusinessClock clock,
            AuditTrail audit) {
        this.deciders = deciders;
        this.remaining = remaining;
        this.addHandler = addHandler;
        this.handlers = handlers;
        this.moves = moves;
        this.accounts = accounts;
        this.successions = successions;
        this.proofs = proofs;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
    }

    HandlerAccount replace(Caller caller, UUID id, Replacement body) {
        var decider = deciders.require(caller);
        var form = new HandlerForm();
        var document = form.document(body.idType(), body.idNumber(), clock.today());
        form.require();
        var former = handlers.lock(id).orElseThrow();
        remaining.requireManaged(former);
        remaining.requireEndable(decider, former);
        remaining.requireNotPending(former.organisation(), Objects.requireNonNull(document));
        var phone = provedPhone(proofs, caller, body.phoneProof());
        var username = username(accounts.find(id).orElseThrow(), phone);
        moves.close(former, UserMove.REPLACE, IdentityActor.ADMINISTRATOR);
        accounts.freeLogin(id);
        var successor = addHandler.open(
                former.organisation(), username, new Handler(body.name().strip(), document, phone, body.landline()));
        successions.insert(successor.id(), id, decider.mark(), clock.now());
        tellOthers(former, username, decider.mark());
        audit.record(
                Remaining.SUBJECT,
                id,
                Changes.between(
                        Map.of("successor", successor.id()), Remaining.digest(former), Remaining.digest(successor)));
        return successor;
    }

    /** A phone or mailbox of the one who left names nobody else. */
    private static String username(Account former, String phone) {
        boolean ofContact = former.login().contains("@")
                || MainlandMobile.parse(former.login()).value().isPresent();
        return ofContact ? new MainlandMobile(phone).national() : former.login();
    }

    private void tellOthers(HandlerAccount former, String username, String decider) {
        var name = directory.find(former.organisation()).map(Organisation::name).orElse("—");
        handlers.deciding(former.organisation()).stream()
                .map(HandlerAccount::id)
                .filter(other -> !other.toString().equals(decider))
                .forEach(other -> outbox.send(
                        REPLACED, new Recipient.Account(other), Map.of("organisation", name, "account", username)));
    }

    /** The phone that a code asked for by this caller has proved. */
    static String provedPhone(Proofs proofs, Caller caller, String proof) {
        var proved =
                proofs.consume(proof, IdentityRealms.HANDLER_CHANGE, caller.realm(), caller.session(), "/phoneProof");
        if (proved instanceof Target.Phone(var phone)) {
            return phone;
        }
        throw Proofs.refused("/phoneProof");
    }
}
