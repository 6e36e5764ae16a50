package org.tongban.filing.objection;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Forms;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.ObjectionError;
import org.tongban.filing.ProductFilingModule;

/** Takes the unit's statement on an objection, once and in time; in the transaction under way (PF-61). */
@Singleton
class SubmitStatement {
    private final ObjectionRepository objections;
    private final ObjectionFiles files;
    private final ObjectionNotices notices;
    private final StatementPeriod period;
    private final Forms forms;
    private final BusinessClock clock;
    private final AuditTrail audit;

    SubmitStatement(
            ObjectionRepository objections,
            ObjectionFiles files,
            ObjectionNotices notices,
            StatementPeriod period,
            Forms forms,
            BusinessClock clock,
            AuditTrail audit) {
        this.objections = objections;
        this.files = files;
        this.notices = notices;
        this.period = period;
        this.forms = forms;
        this.clock = clock;
        this.audit = audit;
    }

    Objection submit(Caller caller, UUID id, JsonNode document) {
        var form = forms.newest(ProductFilingModule.STATEMENT_FORM).definition().id();
        var typed = forms.normalise(form, document);
        var violations = forms.submit(form).check(typed);
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        var found = objections.lock(id).orElseThrow();
        requireTaken(found);
        files.takeStatement(caller.account(), typed, found.requireStatementId());
        var stated = found.stated(Documents.write(typed), form, clock.now());
        objections.store(stated);
        notices.note(stated);
        audit.record(ObjectionFiles.RECORD, id, Map.of("number", found.number(), "statement", form));
        return stated;
    }

    /** Whether one is taken on the day. */
    static boolean isTaken(Objection found, StatementPeriod period, LocalDate today) {
        return found.state() == ObjectionState.STATEMENT_ASKED
                && found.statedAt() == null
                && !period.isOverOn(found, today);
    }

    private void requireTaken(Objection found) {
        if (found.statedAt() != null) {
            throw DomainException.of(ObjectionError.STATEMENT_GIVEN);
        }
        if (found.state() != ObjectionState.STATEMENT_ASKED) {
            throw DomainException.of(CoreError.ILLEGAL_MOVE)
                    .with("from", found.state().code())
                    .with("move", "statement");
        }
        if (period.isOverOn(found, clock.today())) {
            throw DomainException.of(ObjectionError.STATEMENT_LATE)
                    .with("lastDay", period.lastDay(found).toString());
        }
    }
}
