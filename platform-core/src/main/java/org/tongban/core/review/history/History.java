package org.tongban.core.review.history;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.review.Decision;
import org.tongban.core.review.Remark;
import org.tongban.core.review.Reviews.LastDecision;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.cases.CheckedPoint;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.cases.Verdict;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ids;

/** What was done with a case, in its order: it only grows (CO-46). Joins the transaction under way. */
@Singleton
public class History {
    private static final String APPLICANT = "applicant";
    private static final String REVIEWER = "reviewer";
    private static final String SYSTEM = "system";
    private static final Argument<List<Remark>> REMARKS = Argument.listOf(Remark.class);

    private final HistoryRepository repository;
    private final CaseRepository cases;
    private final BusinessClock clock;
    private final JsonMapper mapper;

    History(HistoryRepository repository, CaseRepository cases, BusinessClock clock, JsonMapper mapper) {
        this.repository = repository;
        this.cases = cases;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** Every entry, internal notes too. */
    public List<HistoryEntry> of(UUID reviewCase) {
        return repository.of(reviewCase);
    }

    /** The remarks of an entry. */
    public List<Remark> remarks(HistoryEntry entry) {
        try {
            return Objects.requireNonNull(mapper.readValue(entry.remarks(), REMARKS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what staff tell each other; the applicant never sees it. */
    public ReviewCase note(Caller reviewer, ReviewCase found, String text) {
        add(found, reviewer.account(), REVIEWER, "note", text, List.of(), true, List.of());
        cases.touch(found.id(), clock.now());
        return cases.find(found.id()).orElseThrow();
    }

    /** Writes down what the applicant did, who has an account or none. */
    public void ofApplicant(ReviewCase found, @Nullable UUID account, String action, String reason) {
        add(found, account, APPLICANT, action, reason, List.of(), false, List.of());
    }

    /** Writes down what an officer did. */
    public void ofReviewer(ReviewCase found, UUID account, String action, String reason) {
        add(found, account, REVIEWER, action, reason, List.of(), false, List.of());
    }

    /** Writes down what a task did by itself. */
    public void ofTask(ReviewCase found, String action, String reason) {
        add(found, null, SYSTEM, action, reason, List.of(), false, List.of());
    }

    /** Writes a decision down, with the remarks that the applicant gets and the points that were gone through. */
    public void decided(ReviewCase found, UUID account, Verdict verdict, List<Remark> remarks) {
        add(found, account, REVIEWER, verdict.decision().code(), verdict.reason(), remarks, false, verdict.checklist());
    }

    /** Whether somebody has decided a step of the case. */
    public boolean hasDecided(UUID reviewCase, UUID account) {
        return repository.hasDecided(reviewCase, account);
    }

    /** What was last decided on a subject. */
    public Optional<LastDecision> lastDecision(UUID subject) {
        return repository
                .lastDecision(subject)
                .map(entry -> new LastDecision(decision(entry), entry.reason(), remarks(entry), entry.at()));
    }

    private static Decision decision(HistoryEntry entry) {
        return Decision.valueOf(entry.action().toUpperCase(Locale.ROOT));
    }

    private void add(
            ReviewCase found,
            @Nullable UUID actor,
            String role,
            String action,
            String reason,
            List<Remark> remarks,
            boolean internal,
            List<CheckedPoint> checklist) {
        repository.add(
                Ids.next(),
                found.id(),
                clock.now(),
                actor,
                role,
                action,
                found.step(),
                reason,
                json(remarks),
                found.dueOn(),
                internal,
                json(checklist));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
