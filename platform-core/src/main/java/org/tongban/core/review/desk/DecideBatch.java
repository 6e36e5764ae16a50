package org.tongban.core.review.desk;

import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.module.Language;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.cases.DecideCase;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.desk.DeskRequests.BatchItem;
import org.tongban.core.review.history.CaseTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/** Decides many cases, each in a transaction of its own: what fails harms no other (CO-47). */
@Singleton
public class DecideBatch {
    private static final Logger LOG = LoggerFactory.getLogger(DecideBatch.class);

    private final DecideCase decideCase;
    private final CaseAccess access;
    private final CaseTrail trail;
    private final Transactions transactions;

    DecideBatch(DecideCase decideCase, CaseAccess access, CaseTrail trail, Transactions transactions) {
        this.decideCase = decideCase;
        this.access = access;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** What came of each, in the order of the items; to be called outside a transaction. */
    public List<BatchView.Result> decide(Caller caller, List<BatchItem> items, Language language) {
        return items.stream().map(item -> decide(caller, item, language)).toList();
    }

    private BatchView.Result decide(Caller caller, BatchItem item, Language language) {
        try {
            var decided = transactions.write(() -> decide(caller, item));
            return new BatchView.Result(item.review(), decided.number(), decided.state(), null, null, null);
        } catch (DomainException refused) {
            return refusal(item, refused, language);
        } catch (RuntimeException failed) {
            LOG.error("The decision on {} failed; the rest of the batch goes on", item.review(), failed);
            return refusal(item, DomainException.of(CoreError.INTERNAL), language);
        }
    }

    private ReviewCase decide(Caller caller, BatchItem item) {
        if (access.version(caller, item.review(), true).isEmpty()) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        var verdict = DecisionRequest.verdict(item.decision(), item.reason(), item.remarks(), item.checklist());
        return trail.changed(item.review(), () -> decideCase.decide(caller, item.review(), verdict));
    }

    private static BatchView.Result refusal(BatchItem item, DomainException refused, Language language) {
        var detail = refused.said();
        var faults = refused.violations().stream()
                .map(violation -> new BatchView.Fault(
                        violation.pointer(),
                        violation.code(),
                        violation.message().in(language)))
                .toList();
        return new BatchView.Result(
                item.review(),
                null,
                refused.members().get("from") instanceof String state ? state : null,
                refused.code().code(),
                detail.in(language),
                faults.isEmpty() ? null : faults);
    }
}
