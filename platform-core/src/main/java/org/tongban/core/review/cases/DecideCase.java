package org.tongban.core.review.cases;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongban.core.account.Persons;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.Remark;
import org.tongban.core.review.ReviewError;
import org.tongban.core.review.ReviewHandler.Correction;
import org.tongban.core.review.ReviewHandler.Outcome;
import org.tongban.core.review.due.DueDates;
import org.tongban.core.review.history.History;
import org.tongban.core.review.place.Places;
import org.tongban.core.review.place.Snapshots;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** Decides a claimed case and lets the module carry it out, in the same transaction (CO-46). */
@Singleton
public class DecideCase {
    private final Claims claims;
    private final Cases cases;
    private final CaseTypes types;
    private final CaseRepository repository;
    private final History history;
    private final Places places;
    private final DueDates dueDates;
    private final Tidings tidings;
    private final Persons persons;
    /** Asked for late: a handler may open the next case. */
    private final Provider<ReviewHandlers> handlers;

    private final BusinessClock clock;

    DecideCase(
            Claims claims,
            Cases cases,
            CaseTypes types,
            CaseRepository repository,
            History history,
            Places places,
            DueDates dueDates,
            Tidings tidings,
            Persons persons,
            Provider<ReviewHandlers> handlers,
            BusinessClock clock) {
        this.claims = claims;
        this.cases = cases;
        this.types = types;
        this.repository = repository;
        this.history = history;
        this.places = places;
        this.dueDates = dueDates;
        this.tidings = tidings;
        this.persons = persons;
        this.handlers = handlers;
        this.clock = clock;
    }

    /**
     * Decides the case that the reviewer holds.
     *
     * @throws DomainException with both states where somebody else was first, and with every violation of the verdict
     */
    public ReviewCase decide(Caller reviewer, UUID id, Verdict verdict) {
        persons.requireValidId(reviewer.person());
        var found = claims.held(reviewer, id, CaseState.after(verdict.decision()));
        var checklist = new Checklist(
                found.about() == CaseKind.SUBMISSION ? types.of(found.type()).checklist() : List.of(),
                verdict.checklist());
        requireOffered(found, verdict.decision());
        requireNone(violations(found, verdict, checklist));
        var remarks = Stream.concat(verdict.remarks().stream(), checklist.remarks().stream())
                .toList();
        history.decided(found, reviewer.account(), verdict, remarks);
        var outcome = new Outcome(
                id,
                found.number(),
                found.subject(),
                found.submittedBy(),
                reviewer,
                verdict.decision(),
                verdict.reason(),
                remarks);
        switch (found.about()) {
            case SUBMISSION -> submission(found, outcome);
            case RE_EXAMINATION -> reexamination(found, outcome);
            case CORRECTION -> correction(found, outcome);
        }
        return cases.find(id);
    }

    private void submission(ReviewCase found, Outcome outcome) {
        var handler = handlers.get().of(found.type());
        var next = types.next(found);
        if (outcome.decision() == Decision.APPROVE && next.isPresent()) {
            var step = next.get();
            var due = step.dueWorkingDays() > 0
                    ? dueDates.from(clock.today(), step.dueWorkingDays())
                    : dueDates.from(found.dueStart(), found.dueDays());
            repository.advance(
                    found.id(), step.id(), due.start(), due.days(), due.on(), due.provisional(), clock.now());
            handler.advanced(outcome, step.id());
            return;
        }
        repository.close(found.id(), CaseState.after(outcome.decision()).code(), clock.now());
        handler.decided(outcome);
        tidings.decided(found, outcome.decision(), outcome.reason());
    }

    private void reexamination(ReviewCase found, Outcome outcome) {
        var original = cases.find(Objects.requireNonNull(found.original()));
        boolean falls = outcome.decision() == Decision.APPROVE;
        repository.close(found.id(), CaseState.after(outcome.decision()).code(), clock.now());
        history.ofReviewer(original, outcome.reviewer().account(), falls ? "overturn" : "uphold", outcome.reason());
        repository.touch(original.id(), clock.now());
        handlers.get().of(found.type()).reexamination(original.subject());
        if (falls) {
            handlers.get()
                    .of(found.type())
                    .overturned(new Outcome(
                            original.id(),
                            original.number(),
                            original.subject(),
                            original.submittedBy(),
                            outcome.reviewer(),
                            Objects.requireNonNull(original.at().decision()),
                            outcome.reason(),
                            outcome.remarks()));
        }
        tidings.reexamined(original, falls);
    }

    private void correction(ReviewCase found, Outcome outcome) {
        var original = cases.find(Objects.requireNonNull(found.original()));
        repository.close(found.id(), CaseState.after(outcome.decision()).code(), clock.now());
        if (outcome.decision() != Decision.APPROVE) {
            return;
        }
        var proposal = Corrections.proposal(found);
        history.ofReviewer(original, outcome.reviewer().account(), "correct", proposal.reason());
        repository.touch(original.id(), clock.now());
        handlers.get()
                .of(found.type())
                .corrected(new Correction(
                        original.number(),
                        original.subject(),
                        outcome.reviewer(),
                        proposal.changes(),
                        proposal.reason()));
        tidings.corrected(original, proposal.reason());
    }

    private void requireOffered(ReviewCase found, Decision decision) {
        boolean offered = switch (found.about()) {
            case SUBMISSION ->
                decision == Decision.APPROVE
                        || types.of(found.type()).outcomes().contains(decision);
            case RE_EXAMINATION, CORRECTION -> decision != Decision.RETURN;
        };
        if (!offered) {
            throw DomainException.of(ReviewError.OUTCOME_NOT_OFFERED);
        }
    }

    private List<Violation> violations(ReviewCase found, Verdict verdict, Checklist checklist) {
        var violations = new ArrayList<Violation>();
        if (verdict.decision() != Decision.APPROVE && verdict.reason().isBlank()) {
            violations.add(
                    new Violation("/reason", "required", new Title("退回或不予通过须写明理由。", "This decision needs a reason.")));
        }
        if (!verdict.remarks().isEmpty()) {
            violations.addAll(unknownPlaces(found, verdict.remarks()));
        }
        violations.addAll(checklist.violations(verdict.decision()));
        return violations;
    }

    private List<Violation> unknownPlaces(ReviewCase found, List<Remark> remarks) {
        var snapshot = Snapshots.tree(found.snapshot());
        var forms = Snapshots.forms(found.forms());
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < remarks.size(); i++) {
            if (!places.exists(remarks.get(i).pointer(), snapshot, forms)) {
                violations.add(new Violation(
                        "/remarks/" + i + "/pointer",
                        "unknown-place",
                        new Title("提交的内容中没有此处。", "The submission has no such place.")));
            }
        }
        return violations;
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
    }
}
