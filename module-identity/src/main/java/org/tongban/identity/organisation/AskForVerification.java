package org.tongban.identity.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.Organisation;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;

/** Has an officer look at an organisation that the registry of businesses, being away, could not bear out (CO-75). */
@Singleton
class AskForVerification {
    private final Reviews reviews;

    AskForVerification(Reviews reviews) {
        this.reviews = reviews;
    }

    void ask(Organisation organisation, UUID account, RegistryCheck.Claim claim, JsonNode form) {
        var said = Map.<String, Object>of(
                "uscc", claim.code().value(),
                "name", claim.name(),
                "legalPersonType", form.path("legalPersonType").asText(),
                "legalRepName", claim.representative(),
                "legalRepIdNumber", claim.representativeDocument().masked());
        reviews.open(
                account,
                null,
                new NewCase(
                        RegisterOrganisation.REVIEW,
                        organisation.id(),
                        claim.name() + "的法人注册",
                        organisation.id(),
                        organisation.region(),
                        Map.of("organisation", said)));
    }
}
