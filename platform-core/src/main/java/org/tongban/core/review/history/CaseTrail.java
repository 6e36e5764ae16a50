package org.tongban.core.review.history;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.tongban.core.audit.Changes;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.web.AuditTrail;

/** The audit records of cases, with what changed before and after (CO-55). Joins the transaction under way. */
@Singleton
public class CaseTrail {
    private final Cases cases;
    private final AuditTrail audit;

    CaseTrail(Cases cases, AuditTrail audit) {
        this.cases = cases;
        this.audit = audit;
    }

    /** Makes a change and records what it made of the case. */
    public ReviewCase changed(UUID id, Supplier<ReviewCase> change) {
        var before = cases.find(id);
        var after = change.get();
        audit.record(CaseAccess.RECORD, id, digest(before, after));
        return after;
    }

    /** Records a case that was not there before. */
    public ReviewCase opened(ReviewCase opened) {
        audit.record(
                CaseAccess.RECORD,
                opened.id(),
                Changes.between(Map.of("number", opened.number()), Map.of(), opened.digest()));
        return opened;
    }

    /** Records what a task made of a case by itself. */
    public void changedBy(String task, ReviewCase before) {
        audit.recordTask(task, CaseAccess.RECORD, before.id(), digest(before, cases.find(before.id())));
    }

    private static Map<String, Object> digest(ReviewCase before, ReviewCase after) {
        return Changes.between(Map.of("number", before.number()), before.digest(), after.digest());
    }
}
