package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Transactions;
import org.tongban.filing.OneByOne;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;

/**
 * Recognises what was in publicity to its end, reminds units of recognitions that end, and ends those that are over (PF-52,
 * PF-53). What a day misses, the next one makes up for.
 */
@Singleton
class RunRecognitions implements TaskBody {
    static final String TASK = "product-filing.run-recognitions";

    private static final String EXPIRING = "filing.expiring";
    private static final List<Integer> REMINDED_DAYS_BEFORE = List.of(60, 30, 7);

    private final RecognitionRepository recognitions;
    private final StoreRecognition storeRecognition;
    private final Recognise recognise;
    private final PublicityPeriod period;
    private final FiledProducts products;
    private final FilingUnits units;
    private final UnitNotices notices;
    private final OneByOne oneByOne;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final BusinessClock clock;

    RunRecognitions(
            RecognitionRepository recognitions,
            StoreRecognition storeRecognition,
            Recognise recognise,
            PublicityPeriod period,
            FiledProducts products,
            FilingUnits units,
            UnitNotices notices,
            OneByOne oneByOne,
            Transactions transactions,
            AuditTrail audit,
            BusinessClock clock) {
        this.recognitions = recognitions;
        this.storeRecognition = storeRecognition;
        this.recognise = recognise;
        this.period = period;
        this.products = products;
        this.units = units;
        this.notices = notices;
        this.oneByOne = oneByOne;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        runFor(clock.today());
    }

    @Override
    public void runFor(LocalDate businessDate) {
        // Before the former one expires: a product that is recognised anew has it superseded.
        for (var start : transactions.read(recognitions::publicityStarts)) {
            if (period.isOverOn(start, businessDate)) {
                oneByOne.each(
                        after -> recognitions.inPublicitySince(start, after, OneByOne.BATCH),
                        id -> recognise(id, businessDate));
            }
        }
        oneByOne.each(after -> recognitions.over(businessDate, after, OneByOne.BATCH), id -> expire(id, businessDate));
        for (int i = 0; i < REMINDED_DAYS_BEFORE.size(); i++) {
            int days = REMINDED_DAYS_BEFORE.get(i);
            var from = i + 1 < REMINDED_DAYS_BEFORE.size()
                    ? businessDate.plusDays(REMINDED_DAYS_BEFORE.get(i + 1) + 1L)
                    : businessDate;
            var to = businessDate.plusDays(days);
            oneByOne.each(after -> recognitions.ending(from, to, days, after, OneByOne.BATCH), id -> remind(id, days));
        }
    }

    private void recognise(UUID id, LocalDate today) {
        if (recognise.recogniseByTask(id, today)) {
            audit.recordTask(TASK, Recognitions.RECORD, id, Map.of("recognised", today.toString()));
        }
    }

    private void expire(UUID id, LocalDate today) {
        products.lock(recognitions.ofId(id).orElseThrow().product());
        var found = recognitions.lock(id).orElseThrow();
        if (found.state() != RecognitionState.RECOGNISED
                || !found.requireValidUntil().isBefore(today)) {
            return;
        }
        var date = found.requireValidUntil().toString();
        storeRecognition.store(
                found.ended(RecognitionMove.EXPIRE, clock.now()), RecognitionMove.EXPIRE, Map.of("date", date));
        audit.recordTask(TASK, Recognitions.RECORD, id, Map.of("expired", date));
    }

    private void remind(UUID id, int days) {
        var found = recognitions.lock(id).orElseThrow();
        if (found.state() == RecognitionState.RECOGNISED && recognitions.noteReminder(id, days) == 1) {
            var said = Map.of(
                    "product",
                    products.of(found.product()).name(),
                    "date",
                    found.requireValidUntil().toString());
            notices.tell(EXPIRING, units.of(found.unit()), said, Recognitions.link(id));
        }
    }
}
