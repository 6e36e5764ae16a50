package org.tongban.identity.verification;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.review.ReviewHandler;
import org.tongban.identity.handler.PresentLinks;
import org.tongban.identity.organisation.OrganisationAccounts;
import org.tongban.identity.organisation.ProveOrganisation;
import org.tongban.identity.organisation.RegisterOrganisation;

/** Carries a decision on an organisation out: it may have business now, or its account goes and its code is free (CO-75). */
@Singleton
class DecideVerification implements ReviewHandler {
    private final OrganisationAccounts organisations;
    private final ProveOrganisation proveOrganisation;
    private final PresentLinks links;
    private final Accounts accounts;
    private final Outbox outbox;

    DecideVerification(
            OrganisationAccounts organisations,
            ProveOrganisation proveOrganisation,
            PresentLinks links,
            Accounts accounts,
            Outbox outbox) {
        this.organisations = organisations;
        this.proveOrganisation = proveOrganisation;
        this.links = links;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    @Override
    public String type() {
        return RegisterOrganisation.REVIEW;
    }

    @Override
    public void decided(Outcome outcome) {
        var id = outcome.subject();
        var account = organisations.decideReview(id);
        switch (outcome.decision()) {
            case APPROVE -> {
                proveOrganisation.prove(id, Level.MANUALLY_VERIFIED);
                if (links.hasHandler(id)) {
                    accounts.letIn(account);
                }
                outbox.send(VerificationPart.PASSED, new Recipient.Account(account), Map.of());
            }
            case REJECT -> reject(account, outcome.reason());
            case RETURN -> throw new IllegalStateException("an organisation registers anew, nothing is returned");
        }
    }

    private void reject(UUID account, String reason) {
        // The phone is forgotten with the account, before the message goes out.
        accounts.phone(account)
                .ifPresent(phone -> outbox.send(
                        VerificationPart.REJECTED,
                        new Recipient.FormerPhone(account, phone),
                        Map.of("reason", reason)));
        accounts.close(account);
    }
}
