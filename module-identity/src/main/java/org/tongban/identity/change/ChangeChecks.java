package org.tongban.identity.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tongban.core.account.Organisation;
import org.tongban.core.external.RegistryUnavailable;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.web.DomainException;
import org.tongban.identity.organisation.LegalPersonType;
import org.tongban.identity.organisation.OrganisationAccount;
import org.tongban.identity.organisation.RegistryCheck;

/** Says whether the registry of businesses bears a change out (ID-8). To be asked with no connection held. */
@Singleton
class ChangeChecks {
    /** Registration department and category of a credit code, and the legal person type that they stand for (GB 32100). */
    private final RegistryCheck registry;

    ChangeChecks(RegistryCheck registry) {
        this.registry = registry;
    }

    /** Whether the registry says of the organisation what the form says; not so where it is away. */
    boolean isBorneOut(Organisation known, OrganisationAccount own, String representative, JsonNode changed) {
        var type = changed.path("legalPersonType").asText("");
        var uscc = known.uscc();
        // The registry knows nothing of a unit without a credit code.
        if (uscc == null || (!type.isEmpty() && !LegalPersonType.isBorneOut(new UnifiedSocialCreditCode(uscc), type))) {
            return false;
        }
        if (!changed.has("name") && !changed.has("legalRepName")) {
            return true;
        }
        var document = changed.has("legalRepIdNumber")
                ? new IdDocument(
                        IdDocument.Kind.RESIDENT_ID,
                        Folding.identifier(changed.path("legalRepIdNumber").asText()))
                : own.representative();
        return asked(new RegistryCheck.Claim(
                        new UnifiedSocialCreditCode(uscc),
                        changed.path("name").asText(known.name()),
                        changed.path("legalRepName").asText(representative),
                        document))
                .filter(result -> result.violations().isEmpty())
                .isPresent();
    }

    private Optional<RegistryCheck.Result> asked(RegistryCheck.Claim claim) {
        try {
            return Optional.of(registry.compare(claim));
        } catch (DomainException refusal) {
            if (RegistryUnavailable.is(refusal)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
