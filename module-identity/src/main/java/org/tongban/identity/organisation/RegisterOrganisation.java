package org.tongban.identity.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.account.Registration;
import org.tongban.core.account.Registration.Prepared;
import org.tongban.core.code.Proofs;
import org.tongban.core.external.AskBusinessRegistry;
import org.tongban.core.external.RegistryUnavailable;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.RegistrationForm;

/** Registers an organisation's account, compared with the registry of businesses (ID-5). */
@Singleton
public class RegisterOrganisation {
    /** The review of an organisation in the place of the registry that was away (CO-75). */
    public static final String REVIEW = "identity.organisation-registration";

    private static final Set<String> COMPARED = Set.of("/uscc", "/name", "/legalRepName", "/legalRepIdNumber");

    private static final String UNREADABLE = "unreadable";

    private final Registration registration;
    private final RegistryCheck registry;
    private final AskBusinessRegistry asked;
    private final AskForVerification askForVerification;
    private final OrganisationDirectory directory;
    private final OrganisationAccounts organisations;
    private final Proofs proofs;
    private final Forms forms;
    private final ProveOrganisation proveOrganisation;
    private final Transactions transactions;
    private final AuditTrail audit;

    RegisterOrganisation(
            Registration registration,
            RegistryCheck registry,
            AskBusinessRegistry asked,
            AskForVerification askForVerification,
            OrganisationDirectory directory,
            OrganisationAccounts organisations,
            Proofs proofs,
            Forms forms,
            ProveOrganisation proveOrganisation,
            Transactions transactions,
            AuditTrail audit) {
        this.registration = registration;
        this.registry = registry;
        this.asked = asked;
        this.askForVerification = askForVerification;
        this.directory = directory;
        this.organisations = organisations;
        this.proofs = proofs;
        this.forms = forms;
        this.proveOrganisation = proveOrganisation;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * An organisation that was registered.
     *
     * @param advice what had better not stand in the password
     * @param inReview whether an officer looks at it first
     */
    record Registered(Account account, String uscc, List<Violation> advice, boolean inReview) {}

    /** To be called with no transaction open: the registry is asked and the password hashed. */
    Registered register(JsonNode form) {
        var wrong =
                new ArrayList<>(forms.submit(IdentityModule.ORGANISATION_FORM).check(form));
        boolean proved = isProved(form);
        boolean comparable = wrong.stream().noneMatch(violation -> COMPARED.contains(violation.pointer()));
        // Only behind the proof: the registry would tell anybody whose number it is.
        var compared = proved && comparable ? compared(claim(form)) : null;
        if (compared != null) {
            wrong.addAll(compared.violations());
            LegalPersonType.violation(
                            claim(form).code(), form.path("legalPersonType").asText())
                    .ifPresent(wrong::add);
        }
        var uscc = Folding.identifier(form.path("uscc").asText());
        // What the form refuses as a code is not refused once more as a login.
        boolean readable =
                wrong.stream().noneMatch(violation -> violation.pointer().equals("/uscc"));
        var prepared = registration.prepare(
                RegistrationForm.read(
                        IdentityRealms.ORGANISATION,
                        IdentityRealms.ORGANISATION_REGISTER,
                        readable ? uscc : UNREADABLE,
                        form),
                wrong);
        var account = transactions.write(() -> complete(form, compared, prepared));
        return new Registered(account, uscc, prepared.advice(), compared != null && compared.away());
    }

    private RegistryCheck.Result compared(RegistryCheck.Claim claim) {
        try {
            return registry.compare(claim);
        } catch (DomainException refusal) {
            if (asked.reviewsWhenAway() && RegistryUnavailable.is(refusal)) {
                return RegistryCheck.Result.ofNobody(claim.code());
            }
            throw refusal;
        }
    }

    private boolean isProved(JsonNode form) {
        return proofs.holder(form.path("phoneProof").asText(), IdentityRealms.ORGANISATION_REGISTER)
                .isPresent();
    }

    private static RegistryCheck.Claim claim(JsonNode form) {
        return new RegistryCheck.Claim(
                new UnifiedSocialCreditCode(Folding.identifier(form.path("uscc").asText())),
                form.path("name").asText(),
                form.path("legalRepName").asText(),
                representative(form));
    }

    private static IdDocument representative(JsonNode form) {
        return new IdDocument(
                IdDocument.Kind.RESIDENT_ID,
                Folding.identifier(form.path("legalRepIdNumber").asText()));
    }

    private Account complete(JsonNode form, RegistryCheck.@Nullable Result compared, Prepared prepared) {
        if (compared == null) {
            // Without a proof it was not compared: this refuses it.
            registration.complete(prepared);
            throw new IllegalStateException("a proof was good that was none before");
        }
        var claim = claim(form);
        var uscc = claim.code().value();
        // An organisation that another channel brought keeps its data (ID-9).
        var organisation = directory.register(uscc, claim.name(), compared.formerNames(), compared.region());
        var account = opened(prepared.of(null, organisation.id()));
        bearOut(organisation, claim, compared.away());
        organisations.add(
                organisation.id(),
                account.id(),
                form.path("legalPersonType").asText(),
                claim.representativeDocument(),
                Optional.ofNullable(RegistrationForm.text(form, "address")),
                Optional.ofNullable(RegistrationForm.text(form, "landline")).orElse(""),
                compared.away());
        if (compared.away()) {
            askForVerification.ask(organisation, account.id(), claim, form);
        }
        audit.record("identity/organisation", organisation.id(), Map.of("account", account.id(), "uscc", uscc));
        return account;
    }

    /** What nobody has borne out changes nothing that is known of an organisation already. */
    private void bearOut(Organisation organisation, RegistryCheck.Claim claim, boolean away) {
        if (!away) {
            proveOrganisation.prove(organisation.id(), Level.REGISTRY_MATCHED);
        }
        if (!away || directory.standing(organisation.id()).representative() == null) {
            directory.setRepresentative(organisation.id(), claim.representative());
        }
    }

    /** The login is the code: that it is taken says that the organisation has an account. */
    private Account opened(Prepared prepared) {
        try {
            return registration.complete(prepared);
        } catch (DomainException refused) {
            throw refused.code() == AccountError.LOGIN_TAKEN ? DomainException.of(IdentityError.USCC_TAKEN) : refused;
        }
    }
}
