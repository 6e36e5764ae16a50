package org.tongban.core.review.cases;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Persons;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.CoreModule;
import org.tongban.core.review.Decision;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.ReviewError;
import org.tongban.core.review.ReviewType.Step;
import org.tongban.core.review.Reviews;
import org.tongban.core.review.due.Due;
import org.tongban.core.review.due.DueDates;
import org.tongban.core.review.history.History;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Columns;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;

/** Opens cases, in the transaction under way, and finds them (CO-46). */
@Singleton
public class Cases implements Reviews {
    private static final String RE_EXAMINATIONS = "FH";
    private static final String CORRECTIONS = "KW";
    private static final Map<String, String> FORMS_OF_REEXAMINATION =
            Map.of("/request", CoreModule.RE_EXAMINATION_FORM);

    private final CaseTypes types;
    private final CaseRepository repository;
    private final History history;
    private final DueDates dueDates;
    private final Numbers numbers;
    private final Accounts accounts;
    private final Persons persons;
    private final Tidings tidings;
    private final BusinessClock clock;
    private final JsonMapper mapper;
    /** Asked for late: they find cases here. */
    private final Provider<Claims> claims;

    /** Asked for late: handlers open cases themselves. */
    private final Provider<ReviewHandlers> handlers;

    Cases(
            CaseTypes types,
            CaseRepository repository,
            History history,
            DueDates dueDates,
            Numbers numbers,
            Accounts accounts,
            Persons persons,
            Tidings tidings,
            BusinessClock clock,
            JsonMapper mapper,
            Provider<Claims> claims,
            Provider<ReviewHandlers> handlers) {
        this.types = types;
        this.repository = repository;
        this.history = history;
        this.dueDates = dueDates;
        this.numbers = numbers;
        this.accounts = accounts;
        this.persons = persons;
        this.tidings = tidings;
        this.clock = clock;
        this.mapper = mapper;
        this.claims = claims;
        this.handlers = handlers;
    }

    @Override
    public String open(Caller submitter, NewCase submission) {
        persons.requireValidId(submitter.person());
        return open(submitter.account(), submitter.person(), submission);
    }

    @Override
    public String open(UUID account, @Nullable UUID person, NewCase submission) {
        return add(account, person, submission);
    }

    @Override
    public String openWithoutAccount(NewCase submission) {
        return add(null, null, submission);
    }

    private String add(@Nullable UUID account, @Nullable UUID person, NewCase submission) {
        var first = types.of(submission.type()).steps().getFirst();
        var opened = row(account, person, submission, first, CaseState.OPEN, null);
        repository.add(opened);
        history.ofApplicant(opened, account, "submit", "");
        handlers.get().tellOverview(opened);
        return opened.number();
    }

    @Override
    public String record(UUID officer, UUID account, NewCase decided, Decision decision, String reason) {
        var last = types.of(decided.type()).steps().getLast();
        var kept = row(account, null, decided, last, CaseState.after(decision), officer);
        if (FourEyes.isOwn(Officer.of(accounts.find(officer).orElseThrow(), Set.of()), kept)) {
            throw DomainException.of(ReviewError.OWN_CASE);
        }
        repository.add(kept);
        history.decided(kept, officer, new Verdict(decision, reason, List.of(), List.of()), List.of());
        tidings.decided(kept, decision, reason);
        handlers.get().tellOverview(kept);
        return kept.number();
    }

    @Override
    public void act(Caller officer, UUID subject, String action, String reason) {
        var id = repository.newestOf(subject).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        repository.lock(id);
        var found = claims.get().held(officer, id, CaseState.CLAIMED);
        history.ofReviewer(found, officer.account(), action, reason);
        repository.touch(id, clock.now());
    }

    private ReviewCase row(
            @Nullable UUID account,
            @Nullable UUID person,
            NewCase about,
            Step step,
            CaseState state,
            @Nullable UUID decidedBy) {
        var type = types.of(about.type());
        var now = clock.now();
        var due = dueDates.from(clock.today(), type.dueWorkingDays());
        return new ReviewCase(
                Ids.next(),
                numbers.next(type.numberPrefix()),
                about.type(),
                CaseKind.SUBMISSION.code(),
                about.subject(),
                about.title(),
                about.organisation(),
                about.region(),
                account,
                person,
                null,
                null,
                json(about.snapshot()),
                json(about.forms()),
                state.code(),
                step.id(),
                decidedBy,
                false,
                now,
                now,
                decidedBy == null ? null : now,
                due.start(),
                due.days(),
                due.on(),
                due.provisional(),
                1);
    }

    /**
     * Opens a case about a decided one: whether its decision holds, or whether texts of its record are put right.
     *
     * @param id of the new case
     * @param proposer the officer who proposes a correction; null for a re-examination, which is the applicant's
     */
    public ReviewCase openAbout(
            UUID id,
            ReviewCase original,
            CaseKind kind,
            @Nullable UUID proposer,
            Map<String, Object> snapshot,
            int dueDays) {
        var now = clock.now();
        Due due = dueDates.from(clock.today(), dueDays);
        var opened = new ReviewCase(
                id,
                numbers.next(kind == CaseKind.RE_EXAMINATION ? RE_EXAMINATIONS : CORRECTIONS),
                original.type(),
                kind.code(),
                original.subject(),
                original.title(),
                original.organisation(),
                original.region(),
                original.submittedBy(),
                original.submitterPerson(),
                proposer,
                original.id(),
                json(snapshot),
                json(kind == CaseKind.RE_EXAMINATION ? FORMS_OF_REEXAMINATION : Map.of()),
                CaseState.OPEN.code(),
                original.step(),
                null,
                false,
                now,
                now,
                null,
                due.start(),
                due.days(),
                due.on(),
                due.provisional(),
                1);
        repository.add(opened);
        if (kind == CaseKind.RE_EXAMINATION) {
            handlers.get().of(original.type()).reexamination(original.subject());
        }
        return opened;
    }

    @Override
    public Optional<LastDecision> lastDecision(UUID subject) {
        return history.lastDecision(subject);
    }

    @Override
    public boolean underReexamination(UUID subject) {
        return repository.isUndecided(subject, CaseKind.RE_EXAMINATION.code());
    }

    @Override
    public Set<UUID> underReexamination(Collection<UUID> subjects) {
        return subjects.isEmpty()
                ? Set.of()
                : Set.copyOf(repository.undecidedAmong(Columns.of(subjects), CaseKind.RE_EXAMINATION.code()));
    }

    /** The case of this id, which the caller was found to reach. */
    public ReviewCase find(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
