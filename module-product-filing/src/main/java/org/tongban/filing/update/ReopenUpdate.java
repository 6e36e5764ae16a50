package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.filing.ToldDay;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;
import org.tongban.filing.update.UpdateViews.Reopening;

/** Opens an update that was missed again, up to a day and for a reason (PF-81). */
@Singleton
class ReopenUpdate {
    private final UpdateRepository updates;
    private final FiledProducts products;
    private final FilingUnits units;
    private final UnitNotices notices;
    private final UpdateMatters matters;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ReopenUpdate(
            UpdateRepository updates,
            FiledProducts products,
            FilingUnits units,
            UnitNotices notices,
            UpdateMatters matters,
            AuditTrail audit,
            BusinessClock clock) {
        this.updates = updates;
        this.products = products;
        this.units = units;
        this.notices = notices;
        this.matters = matters;
        this.audit = audit;
        this.clock = clock;
    }

    ProductUpdate reopen(UUID id, Reopening wanted) {
        var found = updates.lockWithProduct(id).orElseThrow();
        var until = until(wanted.until());
        var reopened = found.reopened(until, clock.now());
        updates.store(reopened);
        matters.note(reopened);
        UpdateMove.REOPEN
                .message()
                .ifPresent(message -> notices.tell(
                        message,
                        units.of(reopened.unit()),
                        Map.of("date", ToldDay.endOf(until), "count", "1"),
                        UpdateController.PATH));
        audit.record(
                UpdateFiles.RECORD,
                id,
                Map.of(
                        "product",
                        products.of(reopened.product()).number(),
                        "until",
                        until.toString(),
                        "reason",
                        wanted.reason()));
        return reopened;
    }

    private LocalDate until(String text) {
        try {
            var until = LocalDate.parse(text);
            if (!until.isBefore(clock.today())) {
                return until;
            }
        } catch (DateTimeException noSuchDay) {
            throw wrong("date", "没有这一天", "There is no such day");
        }
        throw wrong("past", "日期不得早于今天。", "The day must not be over.");
    }

    private static DomainException wrong(String code, String zh, String en) {
        return DomainException.of(CoreError.INVALID_INPUT, List.of(new Violation("/until", code, new Title(zh, en))));
    }
}
