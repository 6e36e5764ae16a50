package org.tongban.filing.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.draft.Drafts;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;
import org.tongban.filing.OnePerPlace;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnit;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;
import org.tongban.filing.unit.YearFigures;
import org.tongban.filing.verification.RegistryComparison.Compared;

/** Hands a verification or a change in for review: every error at once, or none and the case is open (PF-7, PF-8). */
@Singleton
class SubmitVerification {
    private static final String TAKEOVER = "filing.takeover";
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final Applicants applicants;
    private final VerificationRepository verifications;
    private final SaveVerification saveVerification;
    private final VerificationFiles files;
    private final PersonalPhones phones;
    private final RegistryComparison registry;
    private final FilingUnits units;
    private final YearFigures figures;
    private final UnitNotices notices;
    private final OrganisationDirectory directory;
    private final Forms forms;
    private final Drafts drafts;
    private final Reviews reviews;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    SubmitVerification(
            Applicants applicants,
            VerificationRepository verifications,
            SaveVerification saveVerification,
            VerificationFiles files,
            PersonalPhones phones,
            RegistryComparison registry,
            FilingUnits units,
            YearFigures figures,
            UnitNotices notices,
            OrganisationDirectory directory,
            Forms forms,
            Drafts drafts,
            Reviews reviews,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.applicants = applicants;
        this.verifications = verifications;
        this.saveVerification = saveVerification;
        this.files = files;
        this.phones = phones;
        this.registry = registry;
        this.units = units;
        this.figures = figures;
        this.notices = notices;
        this.directory = directory;
        this.forms = forms;
        this.drafts = drafts;
        this.reviews = reviews;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** What was read before the registry was asked. */
    private record Read(Verification found, ObjectNode document, List<Violation> schema) {}

    /**
     * To be called with no transaction open: the registry is asked.
     *
     * @param takeover whether a unit that has the code already is to pass to the caller
     */
    Verification submit(Caller caller, VerificationKind kind, boolean takeover) {
        var read = transactions.read(() -> read(caller, kind));
        var compared = registry.compare(read.document(), read.schema());
        return transactions.write(() -> complete(caller, read, compared, takeover));
    }

    private Read read(Caller caller, VerificationKind kind) {
        var found = verifications
                .underWay(applicants.owner(caller, kind), kind)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        VerificationMove.SUBMIT.check(found.state(), FilingActor.UNIT);
        forms.requireOpen(found.form(), clock.today());
        var document = phones.opened(found);
        return new Read(found, document, forms.submit(found.form()).check(document));
    }

    private Verification complete(Caller caller, Read read, Compared compared, boolean takeover) {
        var locked = verifications.lock(read.found().id()).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        VerificationMove.SUBMIT.check(locked.state(), FilingActor.UNIT);
        if (locked.version() != read.found().version()) {
            throw DomainException.of(FilingError.DRAFT_CHANGED);
        }
        var organisation = organisation(locked);
        int year = clock.today().getYear() - 1;
        requireNone(violations(caller, locked, read, compared, organisation, year));
        var code = Folding.identifier(read.document().path("uscc").asText());
        var submitted = submitted(locked, read.document(), compared, code, year, takesOver(locked, code, takeover));
        verifications.store(submitted);
        files.seal(submitted.id());
        drafts.close(VerificationFiles.record(submitted.id()));
        reviews.open(caller, reviewCase(submitted, organisation, compared));
        audit.record(
                VerificationFiles.RECORD,
                submitted.id(),
                Map.of(
                        "uscc",
                        code,
                        "takeover",
                        submitted.takeover(),
                        "kind",
                        submitted.kind().name()));
        return submitted;
    }

    /** That of the unit; null for an account that has none yet. */
    private @Nullable Organisation organisation(Verification found) {
        return found.isOfNewAccount()
                ? null
                : directory.find(units.lock(found.owner()).organisation()).orElseThrow();
    }

    private List<Violation> violations(
            Caller caller,
            Verification found,
            Read read,
            Compared compared,
            @Nullable Organisation organisation,
            int year) {
        var document = read.document();
        var rules = new ArrayList<>(VerificationRules.check(document, clock.today()));
        if (organisation != null) {
            rules.addAll(
                    switch (found.kind()) {
                        case VERIFICATION -> VerificationRules.ofOrganisation(document, organisation);
                        case CHANGE ->
                            VerificationRules.ofChange(
                                    document,
                                    organisation,
                                    verifications.inForce(found.owner()).map(phones::opened));
                    });
        }
        if (found.kind() == VerificationKind.CHANGE
                && document.has("assets")
                && figures.isLocked(found.owner(), year)) {
            rules.add(VerificationRules.locked(year));
        }
        if (!document.has(PersonalPhones.REPRESENTATIVE) && compared.phone().isEmpty()) {
            rules.add(VerificationRules.phoneRequired());
        }
        rules.addAll(compared.violations());
        rules.addAll(files.check(caller, found.id(), document, saveVerification.elsewhere(found)));
        return OnePerPlace.of(read.schema(), rules);
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw DomainException.of(FilingError.VERIFICATION_NOT_COMPLETE, violations);
        }
    }

    /** The registry's phone stands in where none was typed (PF-5). */
    private Verification submitted(
            Verification found, JsonNode document, Compared compared, String code, int year, boolean takes) {
        var clear = new HashMap<>(phones.phones(found));
        compared.phone().ifPresent(phone -> clear.putIfAbsent(PersonalPhones.REPRESENTATIVE, phone));
        var facts = new HashMap<>(compared.facts());
        facts.put("formerNames", compared.formerNames());
        return found.submitted(
                code,
                year,
                takes,
                MAPPER.valueToTree(facts).toString(),
                Documents.write(PersonalPhones.masked(document, clear)),
                phones.seal(clear, found.id()),
                clock.now());
    }

    /** One verified unit a code: another application is a takeover or nothing, and the first unit is told (PF-7). */
    private boolean takesOver(Verification found, String code, boolean wanted) {
        var first = found.isOfNewAccount()
                ? directory
                        .findByUscc(code)
                        .flatMap(organisation -> units.ofOrganisation(organisation.id()))
                        .filter(FilingUnit::isVerified)
                : Optional.<FilingUnit>empty();
        if (first.isEmpty()) {
            return false;
        }
        if (!wanted) {
            throw DomainException.of(FilingError.UNIT_VERIFIED);
        }
        notices.tell(TAKEOVER, first.get(), Map.of("contact", notices.contact()), "/api/product-filing/v1/units/me");
        return true;
    }

    private static NewCase reviewCase(Verification found, @Nullable Organisation organisation, Compared compared) {
        Map<String, Object> snapshot = Map.of(
                "verification", Documents.members(found.document()),
                "kind", found.kind().name().toLowerCase(Locale.ROOT),
                "dataYear", String.valueOf(found.dataYear()),
                "takeover", found.takeover(),
                "registry", compared.facts());
        UUID of = organisation == null ? null : organisation.id();
        return new NewCase(
                        ProductFilingModule.VERIFICATION_REVIEW,
                        found.id(),
                        found.title(),
                        of,
                        organisation == null ? region(found) : organisation.region(),
                        snapshot)
                .withForms(Map.of("/verification", found.form()));
    }

    /** The province of the authority that gave the code. */
    static String region(Verification found) {
        return new UnifiedSocialCreditCode(String.valueOf(found.uscc()))
                        .division()
                        .substring(0, 2)
                + "0000";
    }
}
