package org.tongban.filing.objection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Title;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;
import org.tongban.filing.FilingActor;
import org.tongban.filing.ObjectionError;
import org.tongban.filing.objection.ObjectionViews.StatementRequest;

/** What the officer who holds the case does before deciding; in the transaction under way (PF-61). */
@Singleton
class HandleObjection {
    private final ObjectionRepository objections;
    private final SealObjector sealObjector;
    private final ObjectionNotices notices;
    private final Reviews reviews;
    private final BusinessClock clock;
    private final AuditTrail audit;

    HandleObjection(
            ObjectionRepository objections,
            SealObjector sealObjector,
            ObjectionNotices notices,
            Reviews reviews,
            BusinessClock clock,
            AuditTrail audit) {
        this.objections = objections;
        this.sealObjector = sealObjector;
        this.notices = notices;
        this.reviews = reviews;
        this.clock = clock;
        this.audit = audit;
    }

    Objection takeUp(Caller officer, UUID id) {
        // A decision takes the case first, and so does all that goes with one.
        reviews.act(officer, id, "take-up", "");
        var taken = objections.lock(id).orElseThrow().takenUp(clock.now());
        return store(taken, Map.of("state", taken.state().code()));
    }

    /** Asks the unit, which gets to read what the officer has left of the objection, and no more. */
    Objection askStatement(Caller officer, UUID id, StatementRequest wanted) {
        reviews.act(officer, id, "ask-statement", "");
        var found = objections.lock(id).orElseThrow();
        ObjectionMove.ASK_STATEMENT.check(found.state(), FilingActor.REVIEWER);
        requireNone(violations(found, wanted));
        var shown = JsonNodeFactory.instance.arrayNode();
        new TreeSet<>(wanted.evidence()).forEach(shown::add);
        var asked = found.asked(wanted.text(), Documents.write(shown), Ids.next(), clock.today(), clock.now());
        notices.statementAsked(asked);
        return store(asked, Map.of("state", asked.state().code(), "evidence", wanted.evidence()));
    }

    /** Gives the unit as many working days again, once. */
    Objection extend(Caller officer, UUID id) {
        reviews.act(officer, id, "extend-statement", "");
        var found = objections.lock(id).orElseThrow();
        if (found.state() != ObjectionState.STATEMENT_ASKED) {
            throw DomainException.of(CoreError.ILLEGAL_MOVE)
                    .with("from", found.state().code())
                    .with("move", "extend-statement");
        }
        if (found.statedAt() != null) {
            throw DomainException.of(ObjectionError.STATEMENT_GIVEN);
        }
        if (found.extended()) {
            throw DomainException.of(ObjectionError.STATEMENT_EXTENDED);
        }
        var extended = found.extended(clock.now());
        notices.statementAsked(extended);
        return store(extended, Map.of("extended", true));
    }

    private List<Violation> violations(Objection found, StatementRequest wanted) {
        var violations = new ArrayList<Violation>();
        sealObjector.open(found).foundIn(wanted.text(), "/text").ifPresent(violations::add);
        var most = ObjectionFiles.evidence(Documents.read(found.document())).size();
        for (int i = 0; i < wanted.evidence().size(); i++) {
            if (wanted.evidence().get(i) > most) {
                violations.add(new Violation(
                        "/evidence/" + i, "unknown", new Title("没有此编号的材料。", "There is no material of this number.")));
            }
        }
        return violations;
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
    }

    private Objection store(Objection changed, Map<String, Object> digest) {
        objections.store(changed);
        audit.record(ObjectionFiles.RECORD, changed.id(), digest);
        return changed;
    }
}
