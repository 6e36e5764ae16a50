package org.tongban.identity.manual;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.AccountClosed;
import org.tongban.core.account.Accounts;
import org.tongban.core.event.EventHandler;
import org.tongban.core.overview.Matters;
import org.tongban.core.time.BusinessClock;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityRealms;

/** An applicant who closes the account gives up what was returned; while it is in review nobody can (ID-25). */
@Singleton
class NoteClosedApplicant implements EventHandler<AccountClosed> {
    private final ManualEnrolments enrolments;
    private final Accounts accounts;
    private final Matters matters;
    private final BusinessClock clock;

    NoteClosedApplicant(ManualEnrolments enrolments, Accounts accounts, Matters matters, BusinessClock clock) {
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.matters = matters;
        this.clock = clock;
    }

    @Override
    public String subscriber() {
        return "identity.note-closed-applicant";
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
                .ofAccount(payload.account())
                .flatMap(found -> enrolments.lock(found.id()))
                .filter(found -> found.state() == ManualState.RETURNED)
                .ifPresent(enrolment -> {
                    var lapsed = enrolment.lapsed(ManualMove.GIVE_UP, IdentityActor.HANDLER, clock.now());
                    enrolments.decide(lapsed);
                    matters.put(lapsed.matter());
                    accounts.freeLogin(enrolment.account());
                });
    }
}
