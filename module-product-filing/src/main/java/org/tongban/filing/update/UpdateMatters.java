package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.overview.Matter.Acts;
import org.tongban.core.overview.Matters;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Named;
import org.tongban.filing.unit.FilingUnit;
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
        note(List.of(update));
    }

    /** The same of many; of those that were missed nothing can be done until staff open them again. */
    void note(List<ProductUpdate> updates) {
        var missed = updates.stream()
                .filter(update -> update.state() == UpdateState.MISSED)
                .toList();
        matters.closeAll(missed.stream().map(ProductUpdate::id).toList());
        if (missed.size() < updates.size()) {
            matters.putAll(of(updates.stream()
                    .filter(update -> update.state() != UpdateState.MISSED)
                    .toList()));
        }
    }

    /** One that is no more. */
    void close(UUID update) {
        matters.close(update);
    }

    Matter of(ProductUpdate update) {
        return of(List.of(update)).getFirst();
    }

    private List<Matter> of(List<ProductUpdate> updates) {
        var found = units.ofAll(updates.stream().map(ProductUpdate::unit).collect(Collectors.toSet()));
        var named = products.named(updates.stream().map(ProductUpdate::product).collect(Collectors.toSet()));
        var lastDays = times.lastDays(updates.stream()
                .filter(update -> acts(update) == Acts.APPLICANT)
                .toList());
        return updates.stream()
                .map(update -> matter(
                        update,
                        Objects.requireNonNull(found.get(update.unit())),
                        Objects.requireNonNull(named.get(update.product())),
                        lastDays.get(update.id())))
                .toList();
    }

    private static Acts acts(ProductUpdate update) {
        return switch (update.state()) {
            case DUE, RETURNED -> Acts.APPLICANT;
            case IN_REVIEW -> Acts.REVIEWER;
            case DONE, MISSED -> Acts.NOBODY;
        };
    }

    private static Title nextAction(ProductUpdate update) {
        return switch (update.state()) {
            case DUE -> SUBMIT;
            case RETURNED -> CORRECT;
            case IN_REVIEW -> DECIDE;
            case DONE, MISSED -> NOTHING;
        };
    }

    /** Once its organisation comes in by other sign-ins, those see it as well (ID-41). */
    private static Matter matter(ProductUpdate update, FilingUnit unit, Named product, @Nullable LocalDate lastDay) {
        return new Matter(
                new RecordRef(UpdateFiles.RECORD, update.id()),
                unit.organisation(),
                unit.isJoined() ? Matter.EVERY_REALM : ProductFilingModule.REALM,
                product.name() + "（" + update.year() + "年更新）",
                product.number(),
                update.state(),
                acts(update),
                nextAction(update),
                lastDay,
                UpdateController.PATH + "/" + update.id());
    }
}
