package org.tongban.core.review;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;

/** The one review mechanism (CO-46): every case is opened, claimed, released and decided here. */
@Singleton
class Cases implements Reviews {
    private static final String APPLICANT = "applicant";
    private static final String REVIEWER = "reviewer";
    private static final Argument<List<Remark>> REMARKS = Argument.listOf(Remark.class);

    private final Map<String, ReviewType> types;
    /** Asked for late: a handler may open the next case. */
    private final Provider<ReviewHandlers> handlers;

    private final CaseRepository repository;
    private final Numbers numbers;
    private final BusinessClock clock;
    private final JsonMapper mapper;

    Cases(
            ModuleRegistry modules,
            Provider<ReviewHandlers> handlers,
            CaseRepository repository,
            Numbers numbers,
            BusinessClock clock,
            JsonMapper mapper) {
        this.types = modules.reviewTypes().stream().collect(Collectors.toMap(ReviewType::id, Function.identity()));
        this.handlers = handlers;
        this.repository = repository;
        this.numbers = numbers;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** The declared type of a case. */
    ReviewType type(String id) {
        return Objects.requireNonNull(types.get(id), id);
    }

    @Override
    public String open(Caller submitter, NewCase submission) {
        return open(submitter.account(), submitter.person(), submission);
    }

    @Override
    public String open(UUID account, @Nullable UUID person, NewCase submission) {
        var id = Ids.next();
        var number = numbers.next(type(submission.type()).numberPrefix());
        repository.open(
                id,
                number,
                submission.type(),
                submission.subject(),
                submission.title(),
                submission.organisation(),
                submission.region(),
                account,
                person,
                json(submission.snapshot()),
                clock.now());
        note(id, account, APPLICANT, "submit", "", List.of());
        return number;
    }

    @Override
    public Optional<LastDecision> lastDecision(UUID subject) {
        return repository
                .lastDecision(subject)
                .map(entry -> new LastDecision(
                        Decision.valueOf(entry.action().toUpperCase(java.util.Locale.ROOT)),
                        entry.reason(),
                        remarks(entry.remarks()),
                        entry.at()));
    }

    ReviewCase find(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** The cases of the queue older than one of them, newest first. */
    List<ReviewCase> below(Queue queue, UUID edge, int most) {
        return repository.below(queue.typeIds(), queue.stateCodes(), queue.region(), queue.number(), edge, most);
    }

    /** The cases of the queue newer than one of them, oldest first. */
    List<ReviewCase> above(Queue queue, UUID edge, int most) {
        return repository.above(queue.typeIds(), queue.stateCodes(), queue.region(), queue.number(), edge, most);
    }

    /** How many cases the queue has, counted up to a number. */
    long count(Queue queue, int most) {
        return repository.count(queue.typeIds(), queue.stateCodes(), queue.region(), queue.number(), most);
    }

    /** What was done with the case, in its order. */
    List<HistoryEntry> history(UUID id) {
        return repository.history(id);
    }

    /** Takes the case for the caller; taking one's own claim again changes nothing. */
    ReviewCase claim(Caller reviewer, UUID id) {
        var found = undecided(reviewer, id, CaseState.CLAIMED);
        if (CaseState.of(found.state()) == CaseState.CLAIMED) {
            if (!reviewer.account().equals(found.claimedBy())) {
                throw refusal(ReviewError.CASE_ALREADY_CLAIMED, found, CaseState.CLAIMED);
            }
            return found;
        }
        repository.move(id, CaseState.CLAIMED.code(), reviewer.account(), clock.now());
        note(id, reviewer.account(), REVIEWER, "claim", "", List.of());
        return find(id);
    }

    /** Gives the case back to the queue. */
    ReviewCase release(Caller reviewer, UUID id) {
        claimed(reviewer, id, CaseState.OPEN);
        repository.move(id, CaseState.OPEN.code(), null, clock.now());
        note(id, reviewer.account(), REVIEWER, "release", "", List.of());
        return find(id);
    }

    /** Decides the case and lets the module carry it out, in the same transaction. */
    ReviewCase decide(Caller reviewer, UUID id, Decision decision, String reason, List<Remark> remarks) {
        var found = claimed(reviewer, id, CaseState.after(decision));
        if (decision != Decision.APPROVE && !type(found.type()).outcomes().contains(decision)) {
            throw DomainException.of(ReviewError.OUTCOME_NOT_OFFERED);
        }
        if (decision != Decision.APPROVE && reason.isBlank()) {
            throw DomainException.of(
                    CoreError.INVALID_INPUT,
                    List.of(new Violation(
                            "/reason", "required", new Title("退回或不予通过须写明理由。", "This decision needs a reason."))));
        }
        repository.move(id, CaseState.after(decision).code(), found.claimedBy(), clock.now());
        note(id, reviewer.account(), REVIEWER, decision.name().toLowerCase(java.util.Locale.ROOT), reason, remarks);
        handlers.get()
                .of(found.type())
                .decided(new ReviewHandler.Outcome(
                        id, found.number(), found.subject(), reviewer, decision, reason, remarks));
        return find(id);
    }

    List<Remark> remarks(String json) {
        try {
            return Objects.requireNonNull(mapper.readValue(json, REMARKS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReviewCase claimed(Caller reviewer, UUID id, CaseState to) {
        var found = undecided(reviewer, id, to);
        if (CaseState.of(found.state()) != CaseState.CLAIMED
                || !reviewer.account().equals(found.claimedBy())) {
            throw refusal(ReviewError.CASE_NOT_CLAIMED, found, to);
        }
        return found;
    }

    private ReviewCase undecided(Caller reviewer, UUID id, CaseState to) {
        var found = find(id);
        if (isOwn(reviewer, found)) {
            throw DomainException.of(ReviewError.OWN_CASE);
        }
        return switch (CaseState.of(found.state())) {
            case OPEN, CLAIMED -> found;
            case APPROVED, RETURNED, REJECTED -> throw refusal(ReviewError.CASE_CLOSED, found, to);
        };
    }

    /** With both states, as every refused move (CO-10). */
    private static DomainException refusal(ReviewError error, ReviewCase found, CaseState to) {
        return DomainException.of(error).with("from", found.state()).with("to", to.code());
    }

    /** Same account, same person, or an account of the subject's organisation. */
    private static boolean isOwn(Caller reviewer, ReviewCase found) {
        return reviewer.account().equals(found.submittedBy())
                || same(reviewer.person(), found.submitterPerson())
                || same(reviewer.organisation(), found.organisation());
    }

    private static boolean same(@Nullable UUID left, @Nullable UUID right) {
        return left != null && left.equals(right);
    }

    private void note(UUID id, UUID actor, String role, String action, String reason, List<Remark> remarks) {
        repository.note(Ids.next(), id, clock.now(), actor, role, action, reason, json(remarks));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
