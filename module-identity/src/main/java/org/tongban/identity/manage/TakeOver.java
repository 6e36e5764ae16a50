package org.tongban.identity.manage;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.face.FaceVerification;
import org.tongban.core.face.FaceVerification.Owner;
import org.tongban.core.face.FaceVerification.Person;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;

/** Opens an account to business that took the place of another one, by its person's face (ID-20); in the transaction under way. */
@Singleton
class TakeOver {
    /** What a face verification is started for that is to stand for a handler's enrolment. */
    static final String PURPOSE = "identity.enrolment";

    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final Successions successions;
    private final FaceVerification faces;
    private final AuditTrail audit;

    TakeOver(
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            Successions successions,
            FaceVerification faces,
            AuditTrail audit) {
        this.handlers = handlers;
        this.moves = moves;
        this.successions = successions;
        this.faces = faces;
        this.audit = audit;
    }

    HandlerAccount take(Caller caller, UUID faceVerification) {
        var own = handlers.lock(caller.account())
                .filter(account -> successions.holds(account.id()))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        UserMove.ACTIVATE.check(own.state(), IdentityActor.PLATFORM);
        faces.consume(
                new Owner.Account(own.id()),
                faceVerification,
                new Person(PURPOSE, own.name(), own.document()),
                "/faceVerification");
        var active = moves.activate(own, UserMove.ACTIVATE, IdentityActor.PLATFORM, Authority.HANDLER);
        audit.record(
                Remaining.SUBJECT, active.id(), Map.of("state", active.state().code()));
        return active;
    }
}
