package org.tongban.identity.change;

import jakarta.inject.Singleton;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.organisation.ProveOrganisation;

/** Carries a decision on a change out (ID-8): an officer has compared the documents. */
@Singleton
class DecideChange implements ReviewHandler {
    private final ChangeRepository changes;
    private final ApplyChange applyChange;
    private final ProveOrganisation proveOrganisation;
    private final BusinessClock clock;

    DecideChange(
            ChangeRepository changes,
            ApplyChange applyChange,
            ProveOrganisation proveOrganisation,
            BusinessClock clock) {
        this.changes = changes;
        this.applyChange = applyChange;
        this.proveOrganisation = proveOrganisation;
        this.clock = clock;
    }

    @Override
    public String type() {
        return IdentityModule.ORGANISATION_CHANGE;
    }

    @Override
    public void decided(Outcome outcome) {
        var change = changes.lock(outcome.subject()).orElseThrow();
        switch (outcome.decision()) {
            case APPROVE -> {
                applyChange.apply(change, ChangeMove.APPROVE, IdentityActor.REVIEWER, null);
                proveOrganisation.prove(change.organisation(), Level.MANUALLY_VERIFIED);
            }
            case REJECT ->
                changes.store(change.decided(ChangeMove.REJECT, IdentityActor.REVIEWER, clock.now(), outcome.reason()));
            case RETURN -> throw new IllegalStateException("a change is asked for anew, never returned");
        }
    }
}
