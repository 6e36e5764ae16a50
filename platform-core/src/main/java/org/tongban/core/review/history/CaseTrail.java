package org.tongban.core.review.history;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.tongban.core.audit.Changes;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.cases.ReviewHandlers;
import org.tongban.core.web.AuditTrail;

/**
 * Every move of a case passes here: its audit record has what changed (CO-55), and the overview where the record stands now
 * (CO-39). Joins the transaction under way.
 */
@Singleton
public class CaseTrail {
    private final Cases cases;
    private final ReviewHandlers handlers;
    private final AuditTrail audit;

    CaseTrail(Cases cases, ReviewHandlers handlers, AuditTrail audit) {
        this.cases = cases;
        this.handlers = handlers;
        this.audit = audit;
    }

    /** Makes a change and records what it made of the case. */
    public ReviewCase changed(UUID id, Supplier<ReviewCase> change) {
        var before = cases.find(id);
        var after = change.get();
        handlers.tellOverview(after);
        audit.record(CaseAccess.RECORD, id, digest(before, after));
        return after;
    }

    /** Records a case that was not there before. */
    public ReviewCase opened(ReviewCase opened) {
        handlers.tellOverview(opened);
        audit.record(
                CaseAccess.RECORD,
                opened.id(),
                Changes.between(Map.of("number", opened.number()), Map.of(), opened.digest()));
        return opened;
    }

    /** Records what a task made of a case by itself. */
    public void changedBy(String task, ReviewCase before) {
        var after = cases.find(before.id());
        handlers.tellOverview(after);
        audit.recordTask(task, CaseAccess.RECORD, before.id(), digest(before, after));
    }

    private static Map<String, Object> digest(ReviewCase before, ReviewCase after) {
        return Changes.between(Map.of("number", before.number()), before.digest(), after.digest());
    }
}
