package org.tongban.core.review.cases;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.review.ReviewError;
import org.tongban.core.review.history.History;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.ErrorCode;

/** Who may act on a case at its step: nobody on their own, nobody twice, and only the officers of the step (CO-46). */
@Singleton
class FourEyes {
    private final CaseTypes types;
    private final History history;

    FourEyes(CaseTypes types, History history) {
        this.types = types;
        this.history = history;
    }

    void require(Officer officer, ReviewCase found) {
        refusal(officer, found).ifPresent(code -> {
            throw DomainException.of(code);
        });
    }

    Optional<ErrorCode> refusal(Officer officer, ReviewCase found) {
        if (isOwn(officer, found)) {
            return Optional.of(ReviewError.OWN_CASE);
        }
        var step = types.step(found);
        boolean inReach = officer.region() == null
                || (step.regionBound() && officer.region().equals(found.region()));
        if (!officer.permissions().contains(step.permission()) || !inReach) {
            return Optional.of(CoreError.FORBIDDEN);
        }
        boolean before = history.hasDecided(found.id(), officer.account());
        boolean original = found.about() == CaseKind.RE_EXAMINATION
                && found.original() != null
                && history.hasDecided(found.original(), officer.account());
        return before || original ? Optional.of(ReviewError.DECIDED_BEFORE) : Optional.empty();
    }

    /** Same account, same person, or an account of the subject's organisation; a proposal is its proposer's own. */
    static boolean isOwn(Officer officer, ReviewCase found) {
        return found.isOf(officer.account())
                || officer.account().equals(found.proposer())
                || same(officer.person(), found.submitterPerson())
                || same(officer.organisation(), found.organisation());
    }

    private static boolean same(@Nullable UUID left, @Nullable UUID right) {
        return left != null && left.equals(right);
    }
}
