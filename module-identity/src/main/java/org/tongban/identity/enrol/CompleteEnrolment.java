package org.tongban.identity.enrol;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.face.FaceVerification;
import org.tongban.core.face.FaceVerification.Owner;
import org.tongban.core.face.FaceVerification.Person;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.application.Applications;
import org.tongban.identity.organisation.ProveOrganisation;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;

/** The third step: behind the handler's face the representative's account is active, anybody else applies (ID-13, ID-14). */
@Singleton
class CompleteEnrolment {
    /** What the face is verified for. */
    static final String PURPOSE = "identity.enrolment";

    private final Enrolments enrolments;
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final Applications applications;
    private final Approvers approvers;
    private final MayApply mayApply;
    private final FaceVerification faces;
    private final ProveOrganisation proveOrganisation;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    CompleteEnrolment(
            Enrolments enrolments,
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            Applications applications,
            Approvers approvers,
            MayApply mayApply,
            FaceVerification faces,
            ProveOrganisation proveOrganisation,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.enrolments = enrolments;
        this.handlers = handlers;
        this.moves = moves;
        this.applications = applications;
        this.approvers = approvers;
        this.mayApply = mayApply;
        this.faces = faces;
        this.proveOrganisation = proveOrganisation;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** To be called with no transaction open: the registry may be asked whom to tell. */
    void complete(Caller caller, UUID face) {
        var own = transactions.read(() -> handlers.own(caller));
        var open = transactions.read(() -> enrolments.ofAccount(own.id())).orElseThrow(CompleteEnrolment::notOpen);
        var whom = open.isOfRepresentative(own) ? null : approvers.find(own.organisation());
        transactions.write(() -> {
            var enrolment = enrolments.lockOfAccount(own.id()).orElseThrow(CompleteEnrolment::notOpen);
            var handler = handlers.lock(own.id()).orElseThrow();
            faces.consume(new Owner.Account(handler.id()), face, person(handler), "/faceVerification");
            var outcome = whom == null ? activate(handler) : apply(handler, whom);
            enrolments.store(enrolment.ended(EnrolmentMove.COMPLETE, IdentityActor.HANDLER, clock.now()));
            audit.record("identity/handler-account", handler.id(), outcome);
            return handler;
        });
    }

    /** Whose face has to be proved. */
    static Person person(HandlerAccount handler) {
        return new Person(PURPOSE, handler.name(), handler.document());
    }

    private Map<String, Object> activate(HandlerAccount handler) {
        var active = moves.activate(handler, UserMove.ACTIVATE, IdentityActor.PLATFORM, Authority.REPRESENTATIVE);
        proveOrganisation.prove(handler.organisation(), Level.FACE_VERIFIED);
        return Map.of("state", active.state().code());
    }

    private Map<String, Object> apply(HandlerAccount handler, Approvers.Found whom) {
        mayApply.require(handler);
        var application = applications.add(handler);
        approvers.tell(whom, handler.name());
        return Map.of("application", application.id());
    }

    private static DomainException notOpen() {
        return DomainException.of(IdentityError.NO_OPEN_ENROLMENT);
    }
}
