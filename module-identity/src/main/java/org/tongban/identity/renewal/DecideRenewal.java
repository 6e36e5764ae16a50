package org.tongban.identity.renewal;

import jakarta.inject.Singleton;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.person.IdValidity;
import org.tongban.identity.person.People;

/** Carries a decision on a renewal out: the document has the new validity, or keeps the old one (ID-2). */
@Singleton
class DecideRenewal implements ReviewHandler {
    private final RenewalRepository renewals;
    private final People people;
    private final BusinessClock clock;

    DecideRenewal(RenewalRepository renewals, People people, BusinessClock clock) {
        this.renewals = renewals;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String type() {
        return IdentityModule.ID_RENEWAL;
    }

    @Override
    public void decided(Outcome outcome) {
        var renewal = renewals.lock(outcome.subject()).orElseThrow();
        switch (outcome.decision()) {
            case APPROVE -> {
                renewals.store(renewal.decided(RenewalMove.APPROVE, clock.now(), null));
                people.renew(renewal.person(), new IdValidity(renewal.idValidFrom(), renewal.idValidTo()));
            }
            case REJECT -> renewals.store(renewal.decided(RenewalMove.REJECT, clock.now(), outcome.reason()));
            case RETURN -> throw new IllegalStateException("a renewal is asked for anew, never returned");
        }
    }
}
