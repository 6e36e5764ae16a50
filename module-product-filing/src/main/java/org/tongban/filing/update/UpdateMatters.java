package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.overview.Matter.Acts;
import org.tongban.core.overview.Matters;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;

/** Tells the unit's accounts where its updates stand (CO-39). */
@Singleton
class UpdateMatters {
    private static final Title SUBMIT = new Title("更新数据并提交", "Give this year's data");
    private static final Title CORRECT = new Title("修改后重新提交", "Correct and submit again");
    private static final Title DECIDE = new Title("审核", "Decide");
    private static final Title NOTHING = new Title("无需操作", "Nothing to do");

    private final Matters matters;
    private final FiledProducts products;
    private final FilingUnits units;
    private final UpdateTimes times;

    UpdateMatters(Matters matters, FiledProducts products, FilingUnits units, UpdateTimes times) {
        this.matters = matters;
        this.products = products;
        this.units = units;
        this.times = times;
    }

    /** Notes where one stands after a change that is no move of a case. */
    void note(ProductUpdate update) {
        matters.put(of(update));
    }

    /** One that is no more. */
    void close(UUID update) {
        matters.close(update);
    }

    Matter of(ProductUpdate update) {
        return switch (update.state()) {
            case DUE -> matter(update, Acts.APPLICANT, SUBMIT);
            case RETURNED -> matter(update, Acts.APPLICANT, CORRECT);
            case IN_REVIEW -> matter(update, Acts.REVIEWER, DECIDE);
            case DONE, MISSED -> matter(update, Acts.NOBODY, NOTHING);
        };
    }

    /** Once its organisation comes in by other sign-ins, those see it as well (ID-41). */
    private Matter matter(ProductUpdate update, Acts acts, Title nextAction) {
        var unit = units.of(update.unit());
        var product = products.of(update.product());
        return new Matter(
                new RecordRef(UpdateFiles.RECORD, update.id()),
                unit.organisation(),
                unit.isJoined() ? Matter.EVERY_REALM : ProductFilingModule.REALM,
                product.name() + "（" + update.year() + "年更新）",
                product.filingNumber(),
                update.state(),
                acts,
                nextAction,
                acts == Acts.APPLICANT ? times.lastDay(update) : null,
                UpdateController.PATH + "/" + update.id());
    }
}
