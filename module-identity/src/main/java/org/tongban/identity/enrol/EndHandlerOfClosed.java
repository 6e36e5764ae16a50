package org.tongban.identity.enrol;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.AccountClosed;
import org.tongban.core.event.EventHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.application.ApplicationMove;
import org.tongban.identity.application.Applications;
import org.tongban.identity.application.HandlerApplication;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;

/** Who closes the account takes the application back, or leaves the organisation (ID-16). */
@Singleton
class EndHandlerOfClosed implements EventHandler<AccountClosed> {
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final Applications applications;
    private final Enrolments enrolments;
    private final BusinessClock clock;

    EndHandlerOfClosed(
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            Applications applications,
            Enrolments enrolments,
            BusinessClock clock) {
        this.handlers = handlers;
        this.moves = moves;
        this.applications = applications;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    @Override
    public String subscriber() {
        return "identity.end-handler-of-closed";
    }

    @Override
    public Class<AccountClosed> payload() {
        return AccountClosed.class;
    }

    @Override
    public void handle(UUID event, UUID aggregate, AccountClosed payload) {
        if (!payload.realm().equals(IdentityRealms.HANDLER)) {
            return;
        }
        enrolments
                .lockOfAccount(payload.account())
                .ifPresent(enrolment ->
                        enrolments.store(enrolment.ended(EnrolmentMove.WITHDRAW, IdentityActor.HANDLER, clock.now())));
        applications
                .latest(payload.account())
                .flatMap(application -> applications.lock(application.id()))
                .filter(HandlerApplication::isPending)
                .ifPresent(application ->
                        applications.decide(application, ApplicationMove.WITHDRAW, IdentityActor.HANDLER, null, null));
        handlers.lock(payload.account()).ifPresent(this::end);
    }

    /** An account that the module has closed itself is so already. */
    private void end(HandlerAccount handler) {
        switch (handler.state()) {
            case AWAITING -> moves.close(handler, UserMove.WITHDRAW, IdentityActor.HANDLER);
            case ACTIVE -> moves.close(handler, UserMove.LEAVE, IdentityActor.HANDLER);
            case CLOSED -> {}
        }
    }
}
