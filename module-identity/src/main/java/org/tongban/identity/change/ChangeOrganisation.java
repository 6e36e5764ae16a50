package org.tongban.identity.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Forms;
import org.tongban.core.module.Title;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.RegistrationForm;
import org.tongban.identity.organisation.OrganisationAccount;
import org.tongban.identity.organisation.OrganisationAccounts;

/** Changes an organisation's data: at once where the registry says the same, else after a review (ID-8). */
@Singleton
class ChangeOrganisation {
    /** The kind of record that holds the proof. */
    static final String RECORD = "identity/organisation-change";

    private static final String SLOT = "identity/certificate";
    private static final String PROOF = "proof";
    private static final Title PROOF_NEEDED =
            new Title("登记机关数据不一致或暂不可用，须上传证明", "A proof is needed: the registry says otherwise, or does not answer");

    private final ChangeRepository changes;
    private final ChangeChecks checks;
    private final ApplyChange applyChange;
    private final OrganisationAccounts organisations;
    private final RepresentativeNumber number;
    private final OrganisationDirectory directory;
    private final Forms forms;
    private final Files files;
    private final Reviews reviews;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ChangeOrganisation(
            ChangeRepository changes,
            ChangeChecks checks,
            ApplyChange applyChange,
            OrganisationAccounts organisations,
            RepresentativeNumber number,
            OrganisationDirectory directory,
            Forms forms,
            Files files,
            Reviews reviews,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.changes = changes;
        this.checks = checks;
        this.applyChange = applyChange;
        this.organisations = organisations;
        this.number = number;
        this.directory = directory;
        this.forms = forms;
        this.files = files;
        this.reviews = reviews;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** To be called with no transaction open: the registry is asked. */
    OrganisationChange change(Caller caller, JsonNode form) {
        var wrong = forms.submit(IdentityModule.CHANGE_FORM).check(form);
        requireNone(wrong);
        var own = transactions.read(() -> organisations.own(caller));
        var known = directory.find(own.id()).orElseThrow();
        var representative = Optional.ofNullable(directory.standing(own.id()).representative())
                .orElse("");
        boolean borneOut = checks.isBorneOut(known, own, representative, form.path("changed"));
        if (!borneOut && !form.has(PROOF)) {
            requireNone(List.of(new Violation("/" + PROOF, "required", PROOF_NEEDED)));
        }
        return transactions.write(() -> {
            var asked = asked(caller, own, form);
            var change = borneOut
                    ? applyChange.apply(asked, ChangeMove.MATCH, IdentityActor.PLATFORM, null)
                    : reviewed(caller, own, asked, form);
            audit.record(
                    RECORD,
                    change.id(),
                    Map.of("organisation", own.id(), "state", change.state(), "fields", fields(form)));
            return change;
        });
    }

    private static List<String> fields(JsonNode form) {
        var fields = new ArrayList<String>();
        form.path("changed").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static void requireNone(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, wrong);
        }
    }

    private OrganisationChange asked(Caller caller, OrganisationAccount own, JsonNode form) {
        organisations.lockOwn(caller);
        var id = Ids.next();
        var changed = form.path("changed");
        var change = new OrganisationChange(
                id,
                own.id(),
                ChangeState.IN_REVIEW.code(),
                RegistrationForm.text(changed, "name"),
                RegistrationForm.text(changed, "legalRepName"),
                number.sealed(changed.path("legalRepIdNumber").asText(""), id),
                RegistrationForm.text(changed, "legalPersonType"),
                RegistrationForm.text(changed, "address"),
                form.path("reason").asText(),
                form.has(PROOF) ? UUID.fromString(form.path(PROOF).asText()) : null,
                clock.now(),
                null,
                null,
                1);
        if (added(change) == 0) {
            throw DomainException.of(IdentityError.CHANGE_IN_REVIEW);
        }
        keepProof(caller, change);
        return change;
    }

    private int added(OrganisationChange change) {
        return changes.insert(
                change.id(),
                change.organisation(),
                change.state(),
                change.name(),
                change.legalRepName(),
                change.legalRepNumber(),
                change.legalPersonType(),
                change.address(),
                change.reason(),
                change.proof(),
                change.askedAt());
    }

    private void keepProof(Caller caller, OrganisationChange change) {
        var proof = change.proof();
        if (proof != null) {
            var record = new RecordRef(RECORD, change.id());
            requireNone(files.unattachable(caller, Set.of(proof), SLOT, record).values().stream()
                    .map(violation -> violation.under("/" + PROOF))
                    .toList());
            files.attach(Set.of(proof), record);
            files.seal(record);
        }
    }

    private OrganisationChange reviewed(
            Caller caller, OrganisationAccount own, OrganisationChange change, JsonNode form) {
        var known = directory.find(own.id()).orElseThrow();
        var submission = new NewCase(
                        IdentityModule.ORGANISATION_CHANGE,
                        change.id(),
                        known.name() + "的单位信息变更",
                        known.id(),
                        known.region(),
                        Map.of(
                                "change",
                                        snapshot(
                                                form,
                                                change.legalRepName() == null
                                                        ? ""
                                                        : number.opened(change).masked()),
                                "organisation", Map.of("uscc", known.code().text(), "name", known.name())))
                .withForms(Map.of("/change", IdentityModule.CHANGE_FORM));
        reviews.open(caller, submission);
        return change;
    }

    private static Map<String, Object> snapshot(JsonNode form, String maskedNumber) {
        var changed = new HashMap<String, Object>();
        form.path("changed")
                .properties()
                .forEach(field -> changed.put(field.getKey(), field.getValue().asText()));
        changed.computeIfPresent("legalRepIdNumber", (name, number) -> maskedNumber);
        var snapshot = new HashMap<String, Object>(
                Map.of("changed", changed, "reason", form.path("reason").asText()));
        if (form.has(PROOF)) {
            snapshot.put(PROOF, form.path(PROOF).asText());
        }
        return snapshot;
    }
}
