package org.tongban.identity.enrol;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.agreement.AcceptedAgreement;
import org.tongban.core.agreement.Agreements;
import org.tongban.core.captcha.Captchas;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.form.Forms;
import org.tongban.core.module.Title;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.RegistrationForm;
import org.tongban.identity.enrol.Enrolments.Begun;
import org.tongban.identity.organisation.LegalPersonType;
import org.tongban.identity.organisation.RegistryCheck;

/**
 * The first step: what somebody says of an organisation is compared with the registry of businesses (ID-11). Each comparison
 * costs a captcha, so that the registry is not asked whose number somebody has.
 */
@Singleton
class VerifyInformation {
    private static final String SUBJECT = "identity/enrolment";
    private static final Title RESIDENT_ID_ONLY =
            new Title("省外单位仅受理居民身份证", "Of units of other provinces only a resident identity card is taken");

    private final RegistryCheck registry;
    private final Captchas captchas;
    private final Agreements agreements;
    private final Enrolments enrolments;
    private final Forms forms;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final String home;
    private final boolean anyIdType;

    VerifyInformation(
            RegistryCheck registry,
            Captchas captchas,
            Agreements agreements,
            Enrolments enrolments,
            Forms forms,
            Transactions transactions,
            AuditTrail audit,
            @Value("${platform.identity.home-province:330000}") String home,
            @Value("${platform.identity.out-of-province-any-id-type:false}") boolean anyIdType) {
        this.registry = registry;
        this.captchas = captchas;
        this.agreements = agreements;
        this.enrolments = enrolments;
        this.forms = forms;
        this.transactions = transactions;
        this.audit = audit;
        this.home = home;
        this.anyIdType = anyIdType;
    }

    /** How an organisation goes on. */
    sealed interface Outcome {
        /** It is as the registry has it: a user may be created. */
        record Verified(Begun begun) implements Outcome {}

        /** It cannot be compared: officers do that by its documents. */
        record Manual() implements Outcome {}
    }

    /** To be called with no transaction open: the captcha is used up and the registry asked. */
    Outcome verify(Place place, JsonNode form, @Nullable SolvedCaptcha captcha) {
        if (place.isManual(form)) {
            transactions.write(() -> {
                audit.record(SUBJECT, Ids.next(), Map.of("next", EnrolmentForms.PROJECT));
                return form;
            });
            return new Outcome.Manual();
        }
        requireNone(violations(place, form));
        if (captcha == null) {
            throw DomainException.of(AccountError.CAPTCHA_REQUIRED);
        }
        captchas.consume(captcha);
        var claim = place.claim(form);
        var compared = registry.compare(claim);
        var type = RegistrationForm.text(form, "legalPersonType");
        var differences = differences(place, compared);
        if (type != null) {
            LegalPersonType.violation(claim.code(), type).ifPresent(differences::add);
        }
        requireNone(differences);
        return transactions.write(() -> {
            var begun = enrolments.begin(place, type, claim, compared, agreement(form));
            audit.record(SUBJECT, begun.id(), Map.of("uscc", claim.code().value()));
            return new Outcome.Verified(begun);
        });
    }

    private List<Violation> violations(Place place, JsonNode form) {
        var violations = new ArrayList<>(forms.submit(place.form()).check(form));
        if (place == Place.OUT_OF_PROVINCE && !anyIdType && !Place.isOfResidentId(form)) {
            violations.removeIf(violation -> violation.pointer().equals("/legalRepIdType"));
            violations.add(new Violation("/legalRepIdType", "resident-id-only", RESIDENT_ID_ONLY));
        }
        agreements
                .violations(List.of(IdentityRealms.ENROLMENT_TERMS), RegistrationForm.agreements(form), "/agreement")
                .stream()
                .map(violation -> new Violation("/agreement", violation.code(), violation.message()))
                .filter(violation ->
                        violations.stream().noneMatch(one -> one.pointer().equals("/agreement")))
                .forEach(violations::add);
        return violations;
    }

    /** Of a code that the registry does not know no province is known either. */
    private List<Violation> differences(Place place, RegistryCheck.Result compared) {
        var violations = new ArrayList<>(compared.violations());
        if (violations.stream().noneMatch(violation -> violation.pointer().equals("/uscc"))) {
            place.violation(compared.region(), home).ifPresent(violations::add);
        }
        return violations;
    }

    private static AcceptedAgreement agreement(JsonNode form) {
        return RegistrationForm.agreements(form).getFirst();
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
    }
}
