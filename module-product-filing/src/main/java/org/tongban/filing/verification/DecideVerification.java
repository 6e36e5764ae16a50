package org.tongban.filing.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.asset.AssetDocument;
import org.tongban.filing.unit.FilingUnit;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNames;
import org.tongban.filing.unit.UnitNotices;
import org.tongban.filing.unit.YearFigures;

/** Carries a decision on a verification or a change out (PF-7, PF-8). */
@Singleton
class DecideVerification implements ReviewHandler {
    private static final String PART = "/verification/";
    private static final Title TAKEN = new Title(
            "该统一社会信用代码已有通过实名认证的单位，请退回申请人。",
            "Another unit with this credit code was verified meanwhile: return the application.");

    private final VerificationRepository verifications;
    private final PersonalPhones phones;
    private final FilingUnits units;
    private final UnitNames names;
    private final YearFigures figures;
    private final UnitNotices notices;
    private final OrganisationDirectory directory;
    private final Accounts accounts;
    private final BusinessClock clock;

    DecideVerification(
            VerificationRepository verifications,
            PersonalPhones phones,
            FilingUnits units,
            UnitNames names,
            YearFigures figures,
            UnitNotices notices,
            OrganisationDirectory directory,
            Accounts accounts,
            BusinessClock clock) {
        this.verifications = verifications;
        this.phones = phones;
        this.units = units;
        this.names = names;
        this.figures = figures;
        this.notices = notices;
        this.directory = directory;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ProductFilingModule.VERIFICATION_REVIEW;
    }

    @Override
    public void decided(Outcome outcome) {
        var found = verifications.lock(outcome.subject()).orElseThrow();
        switch (outcome.decision()) {
            case APPROVE -> {
                var unit = switch (found.kind()) {
                    case VERIFICATION -> verify(found);
                    case CHANGE -> change(found);
                };
                putFigures(found, unit);
                verifications.store(found.approved(unit.id(), clock.now()));
                tell(VerificationMove.APPROVE, found, Optional.of(unit), Map.of());
            }
            case RETURN -> {
                verifications.store(found.returned(clock.now()));
                tell(VerificationMove.RETURN, found, unit(found), Map.of("reason", outcome.reason()));
            }
            case REJECT -> throw new IllegalStateException("a verification is returned, never rejected");
        }
    }

    @Override
    public void withdrawn(UUID subject) {
        verifications.store(verifications.lock(subject).orElseThrow().withdrawn(clock.now()));
    }

    /** Texts alone are marked as correctable; a phone among them stays sealed. */
    @Override
    public void corrected(Correction correction) {
        var found = verifications.lock(correction.subject()).orElseThrow();
        ObjectNode document = Documents.read(found.document()).deepCopy();
        var clear = new HashMap<>(phones.phones(found));
        for (var change : correction.changes()) {
            var field = change.pointer().substring(PART.length());
            if (PersonalPhones.isOne(field)) {
                clear.put(field, change.after());
            } else {
                document.put(field, change.after());
            }
        }
        verifications.store(found.with(
                found.account(),
                found.realm(),
                Documents.write(PersonalPhones.masked(document, clear)),
                phones.seal(clear, found.id()),
                clock.now()));
    }

    @Override
    public Optional<Matter> matter(UUID subject) {
        return verifications.lock(subject).map(VerificationMatters::of);
    }

    /** Of two who are approved for one code the first one has it; the other is to be returned (PF-7). */
    private FilingUnit verify(Verification found) {
        var organisation = organisation(found);
        var unit = units.lockOrOpen(organisation.id());
        if (found.takeover()) {
            units.pass(unit, found.account());
        } else if (unit.isVerified()) {
            throw DomainException.of(CoreError.ILLEGAL_MOVE).withDetail(TAKEN);
        } else if (found.isOfNewAccount()) {
            accounts.assignOrganisation(found.account(), organisation.id());
        }
        units.verify(unit);
        if (directory.standing(organisation.id()).representative() == null) {
            directory.setRepresentative(organisation.id(), text(found, "legalRepName"));
        }
        directory.prove(organisation.id(), Level.MANUALLY_VERIFIED);
        return unit;
    }

    /** One that the directory has keeps its data (ID-9). */
    private Organisation organisation(Verification found) {
        if (!found.isOfNewAccount()) {
            return directory.find(units.of(found.owner()).organisation()).orElseThrow();
        }
        var former = new ArrayList<String>();
        Documents.read(found.facts()).path("formerNames").forEach(name -> former.add(name.asText()));
        return directory.register(
                Objects.requireNonNull(found.uscc()),
                text(found, "name"),
                List.copyOf(former),
                SubmitVerification.region(found));
    }

    /** The former name stays with the organisation (PF-8). */
    private FilingUnit change(Verification found) {
        var unit = units.lock(found.owner());
        var marked = new ArrayList<String>();
        Documents.read(found.document()).path("changed").forEach(field -> marked.add(field.asText()));
        if (marked.contains("name")) {
            directory.rename(unit.organisation(), text(found, "name"));
            names.note(unit);
        }
        if (marked.contains("legalRepName")) {
            directory.setRepresentative(unit.organisation(), text(found, "legalRepName"));
        }
        return unit;
    }

    private static String text(Verification found, String field) {
        return Documents.read(found.document()).path(field).asText();
    }

    /** The unit's figures of the year before the submission (PF-10). */
    private void putFigures(Verification found, FilingUnit unit) {
        var assets = Documents.read(found.document()).path("assets");
        if (assets.isObject()) {
            figures.put(AssetDocument.read(unit.id(), Objects.requireNonNull(found.dataYear()), assets));
        }
    }

    private Optional<FilingUnit> unit(Verification found) {
        return found.isOfNewAccount() ? Optional.empty() : Optional.of(units.of(found.owner()));
    }

    private void tell(
            VerificationMove move, Verification found, Optional<FilingUnit> unit, Map<String, String> parameters) {
        var link = found.kind().link();
        move.message()
                .ifPresent(message -> unit.ifPresentOrElse(
                        of -> notices.tell(message, of.organisation(), found.account(), parameters, link),
                        () -> notices.tellAccount(message, found.account(), parameters, link)));
    }
}
