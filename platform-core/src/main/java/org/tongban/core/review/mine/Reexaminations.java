package org.tongban.core.review.mine;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.core.calendar.Deadline;
import org.tongban.core.calendar.WorkingDays;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewError;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.history.History;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;

/** Applicants ask once for another look at a decision (CO-46d), with the form {@code platform/re-examination@1}. */
@Singleton
public class Reexaminations {
    private static final String SLOT = "platform/pdf-20";
    private static final Violation UNKNOWN_CASE =
            new Violation("/caseNumber", "unknown-case", new Title("您没有此编号的案件。", "You have no case of this number."));

    private final Cases cases;
    private final CaseTypes types;
    private final CaseRepository repository;
    private final History history;
    private final WorkingDays workingDays;
    private final Forms forms;
    private final Files files;
    private final BusinessClock clock;
    private final List<ReviewPeriods> periods;

    Reexaminations(
            Cases cases,
            CaseTypes types,
            CaseRepository repository,
            History history,
            WorkingDays workingDays,
            Forms forms,
            Files files,
            BusinessClock clock,
            Collection<ReviewPeriods> periods) {
        this.cases = cases;
        this.types = types;
        this.repository = repository;
        this.history = history;
        this.workingDays = workingDays;
        this.forms = forms;
        this.files = files;
        this.clock = clock;
        this.periods = List.copyOf(periods);
    }

    /** Whether the applicant may ask for one now. */
    boolean isOffered(ReviewCase found) {
        return isAgainst(found) && isInTime(found) && ofCase(found).isEmpty();
    }

    /** The re-examinations of a case: one at most. */
    List<ReviewCase> ofCase(ReviewCase found) {
        return repository.of(found.id(), CaseKind.RE_EXAMINATION.code());
    }

    /**
     * Opens a case that looks at the decision again.
     *
     * @param document the form as typed, folded
     */
    ReviewCase ask(Caller applicant, JsonNode document) {
        var faults = forms.submit(CoreModule.RE_EXAMINATION_FORM).check(document);
        if (!faults.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, faults);
        }
        var typed = document.path("caseNumber").asText();
        var number = Numbers.read(typed).value().orElse(typed);
        var found = repository
                .findByNumber(number)
                .filter(named -> named.isOf(applicant.account()))
                .filter(named -> named.about() == CaseKind.SUBMISSION)
                .orElseThrow(() -> DomainException.of(ReviewError.REEXAMINATION_REFUSED, List.of(UNKNOWN_CASE)));
        // Of two requests at once the second one sees the first one's case.
        repository.lock(found.id());
        requireOffered(found);
        var id = Ids.next();
        var attached = take(applicant, document, new RecordRef(CaseAccess.RECORD, id));
        var days = days(found.type(), ReviewPeriods::decideDays).orElse(ReviewType.DAYS_TO_REEXAMINE);
        var opened = cases.openAbout(id, found, CaseKind.RE_EXAMINATION, null, snapshot(found, document), days);
        files.attach(attached, new RecordRef(CaseAccess.RECORD, id));
        files.seal(new RecordRef(CaseAccess.RECORD, id));
        history.ofApplicant(
                opened, applicant.account(), "submit", document.path("reason").asText());
        history.ofApplicant(found, applicant.account(), "ask-re-examination", "");
        repository.touch(found.id(), clock.now());
        return opened;
    }

    private void requireOffered(ReviewCase found) {
        if (!isAgainst(found)) {
            throw DomainException.of(ReviewError.NOT_REEXAMINABLE).with("from", found.state());
        }
        if (!ofCase(found).isEmpty()) {
            throw DomainException.of(ReviewError.ALREADY_REEXAMINED).with("from", found.state());
        }
        if (!isInTime(found)) {
            throw DomainException.of(ReviewError.REEXAMINATION_LATE).with("from", found.state());
        }
    }

    private boolean isAgainst(ReviewCase found) {
        Decision decision = found.at().decision();
        return decision != null
                && found.about() == CaseKind.SUBMISSION
                && types.of(found.type()).reexaminable().contains(decision);
    }

    /** A period whose end nobody can say yet is still running. */
    private boolean isInTime(ReviewCase found) {
        var decided = Objects.requireNonNull(found.decidedAt())
                .atZone(BusinessClock.ZONE)
                .toLocalDate();
        var days = days(found.type(), ReviewPeriods::askDays).orElse(ReviewType.DAYS_TO_ASK);
        return switch (workingDays.plus(decided, days)) {
            case Deadline.Determined(var ignored, var endsAt) -> clock.now().isBefore(endsAt);
            case Deadline.NotDeterminable ignored -> true;
        };
    }

    private Optional<Integer> days(String type, Function<ReviewPeriods, @Nullable Integer> period) {
        return periods.stream()
                .filter(one -> one.isOf(type))
                .findFirst()
                .flatMap(one -> Optional.ofNullable(period.apply(one)));
    }

    private LinkedHashSet<UUID> take(Caller applicant, JsonNode document, RecordRef record) {
        var ids = new LinkedHashSet<UUID>();
        document.path("files").forEach(file -> ids.add(UUID.fromString(file.asText())));
        var wrong = files.unattachable(applicant, ids, SLOT, record);
        if (!wrong.isEmpty()) {
            var violations = new ArrayList<Violation>();
            for (int i = 0; i < document.path("files").size(); i++) {
                var violation =
                        wrong.get(UUID.fromString(document.path("files").get(i).asText()));
                if (violation != null) {
                    violations.add(violation.under("/files/" + i));
                }
            }
            throw DomainException.of(ReviewError.REEXAMINATION_REFUSED, violations);
        }
        return ids;
    }

    private static Map<String, Object> snapshot(ReviewCase found, JsonNode document) {
        return Map.of(
                "request", Documents.members(document.toString()),
                "decided", Map.of("id", found.id().toString(), "number", found.number(), "state", found.state()));
    }
}
