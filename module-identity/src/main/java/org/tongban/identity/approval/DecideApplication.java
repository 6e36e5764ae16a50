package org.tongban.identity.approval;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.application.ApplicationMove;
import org.tongban.identity.application.ApplicationState;
import org.tongban.identity.application.Applications;
import org.tongban.identity.application.HandlerApplication;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;

/** Approves or rejects an application (ID-15), in the transaction under way; of many decisions on one the first holds. */
@Singleton
class DecideApplication {
    static final String SUBJECT = "identity/handler-application";

    private static final String APPROVED = "identity.application-approved";
    private static final String REJECTED = "identity.application-rejected";

    private final Deciders deciders;
    private final Applications applications;
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final OrganisationDirectory directory;
    private final Outbox outbox;
    private final AuditTrail audit;

    DecideApplication(
            Deciders deciders,
            Applications applications,
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            OrganisationDirectory directory,
            Outbox outbox,
            AuditTrail audit) {
        this.deciders = deciders;
        this.applications = applications;
        this.handlers = handlers;
        this.moves = moves;
        this.directory = directory;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The applicant handles the organisation's business from now on. */
    HandlerApplication approve(Caller caller, UUID id, UUID faceVerification) {
        var decider = deciders.require(caller);
        var application = pending(id);
        deciders.requireFace(caller, decider, faceVerification);
        var account = handlers.lock(application.account()).orElseThrow();
        var decided = applications.decide(
                application, ApplicationMove.APPROVE, IdentityActor.ADMINISTRATOR, decider.mark(), null);
        moves.activate(account, UserMove.APPROVE, IdentityActor.ADMINISTRATOR, Authority.HANDLER);
        outbox.send(
                APPROVED,
                new Recipient.Account(account.id()),
                Map.of("organisation", name(application.organisation())),
                IdentityRealms.OWN_ACCOUNT);
        audit.record(SUBJECT, id, digest(application, decided, decider));
        return decided;
    }

    /** The applicant's account is closed; its phone and username are free at once. */
    HandlerApplication reject(Caller caller, UUID id, String reason) {
        var decider = deciders.require(caller);
        var application = pending(id);
        var account = handlers.lock(application.account()).orElseThrow();
        var decided = applications.decide(
                application, ApplicationMove.REJECT, IdentityActor.ADMINISTRATOR, decider.mark(), reason);
        // A closed account has no phone any more.
        outbox.send(
                REJECTED,
                new Recipient.Account(account.id()),
                Map.of("organisation", name(application.organisation()), "reason", reason));
        moves.close(account, UserMove.REJECT, IdentityActor.ADMINISTRATOR);
        audit.record(SUBJECT, id, digest(application, decided, decider));
        return decided;
    }

    private HandlerApplication pending(UUID id) {
        var application = applications.lock(id).orElseThrow();
        if (!application.state().equals(ApplicationState.PENDING.code())) {
            throw DomainException.of(IdentityError.APPLICATION_DECIDED).with("state", application.state());
        }
        return application;
    }

    private String name(UUID organisation) {
        return directory.find(organisation).map(Organisation::name).orElse("—");
    }

    private static Map<String, Object> digest(HandlerApplication before, HandlerApplication after, Decider decider) {
        return Map.of(
                "before", Map.of("state", before.state()),
                "after", Map.of("state", after.state()),
                "account", before.account(),
                "decider", decider.mark());
    }
}
