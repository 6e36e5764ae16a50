package org.tongban.core.review.mine;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.tongban.core.module.Title;
import org.tongban.core.review.ReviewError;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.cases.CaseState;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.Claims;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.cases.ReviewHandlers;
import org.tongban.core.review.cases.Tidings;
import org.tongban.core.review.history.History;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** What applicants take back: at once until a reviewer has claimed it, then by asking (CO-46c). */
@Singleton
public class Withdrawals {
    private final Claims claims;
    private final Cases cases;
    private final CaseTypes types;
    private final CaseRepository repository;
    private final ReviewHandlers handlers;
    private final History history;
    private final Tidings tidings;
    private final BusinessClock clock;

    Withdrawals(
            Claims claims,
            Cases cases,
            CaseTypes types,
            CaseRepository repository,
            ReviewHandlers handlers,
            History history,
            Tidings tidings,
            BusinessClock clock) {
        this.claims = claims;
        this.cases = cases;
        this.types = types;
        this.repository = repository;
        this.handlers = handlers;
        this.history = history;
        this.tidings = tidings;
        this.clock = clock;
    }

    /** Whether the applicant may take the case back at once. */
    boolean isFree(ReviewCase found) {
        return found.at() == CaseState.OPEN
                && isWithdrawable(found)
                && types.step(found).equals(types.of(found.type()).steps().getFirst());
    }

    /** Whether the applicant may ask to have it back. */
    boolean isToBeAsked(ReviewCase found) {
        return CaseState.UNDECIDED.contains(found.at())
                && isWithdrawable(found)
                && !isFree(found)
                && !found.withdrawalAsked();
    }

    private boolean isWithdrawable(ReviewCase found) {
        return found.about() == CaseKind.SUBMISSION && types.of(found.type()).withdrawable();
    }

    /** Takes the submission back; of this and a claim at the same moment one wins. */
    ReviewCase withdraw(Caller applicant, UUID id) {
        var found = takeable(id);
        if (!isFree(found)) {
            throw Claims.refusal(ReviewError.CASE_CLAIMED, found, CaseState.WITHDRAWN);
        }
        repository.close(id, CaseState.WITHDRAWN.code(), clock.now());
        history.ofApplicant(found, applicant.account(), "withdraw", "");
        handlers.of(found.type()).withdrawn(found.subject());
        return cases.find(id);
    }

    /** Asks the reviewer for the submission back. */
    ReviewCase ask(Caller applicant, UUID id, String reason) {
        var found = takeable(id);
        if (isFree(found)) {
            throw Claims.refusal(ReviewError.CASE_NOT_BEGUN, found, CaseState.WITHDRAWN);
        }
        if (found.withdrawalAsked()) {
            throw Claims.refusal(ReviewError.WITHDRAWAL_ASKED, found, CaseState.WITHDRAWN);
        }
        repository.askWithdrawal(id, true, clock.now());
        history.ofApplicant(found, applicant.account(), "ask-withdrawal", reason);
        return cases.find(id);
    }

    /**
     * Grants or refuses what the applicant asks; the reviewer holds the case.
     *
     * @param reason needed for a refusal, else it may be empty
     */
    public ReviewCase answer(Caller reviewer, UUID id, boolean granted, String reason) {
        var to = granted ? CaseState.WITHDRAWN : CaseState.CLAIMED;
        var found = claims.held(reviewer, id, to);
        if (!found.withdrawalAsked()) {
            throw Claims.refusal(ReviewError.NO_WITHDRAWAL_ASKED, found, to);
        }
        if (!granted && reason.isBlank()) {
            throw DomainException.of(
                    CoreError.INVALID_INPUT,
                    List.of(new Violation(
                            "/reason", "required", new Title("请写明不同意的理由。", "A refusal needs a reason."))));
        }
        if (granted) {
            repository.close(id, CaseState.WITHDRAWN.code(), clock.now());
            history.ofReviewer(found, reviewer.account(), "grant-withdrawal", reason);
            handlers.of(found.type()).withdrawn(found.subject());
        } else {
            repository.askWithdrawal(id, false, clock.now());
            history.ofReviewer(found, reviewer.account(), "refuse-withdrawal", reason);
        }
        tidings.withdrawal(found, granted, reason);
        return cases.find(id);
    }

    private ReviewCase takeable(UUID id) {
        var found = claims.undecided(id, CaseState.WITHDRAWN);
        if (!isWithdrawable(found)) {
            throw Claims.refusal(ReviewError.NOT_WITHDRAWABLE, found, CaseState.WITHDRAWN);
        }
        return found;
    }
}
