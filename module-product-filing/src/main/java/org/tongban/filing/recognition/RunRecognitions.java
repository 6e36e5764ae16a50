package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Columns;
import org.tongban.core.web.Transactions;
import org.tongban.filing.FilingActor;
import org.tongban.filing.OneByOne;
import org.tongban.filing.OneByOne.Stage;
import org.tongban.filing.ToldDay;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.recognition.StoreRecognition.Moved;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;
import org.tongban.filing.unit.UnitNotices.Notice;

/**
 * Shows what has come into publicity, recognises what was in it to its end, reminds units of recognitions that end, and ends
 * those that are over (PF-52, PF-53). What a day misses, the next one makes up for.
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
        var stages = new ArrayList<Stage>();
        // Before the former one expires: a product that is recognised anew has it superseded.
        for (var start : transactions.read(recognitions::publicityStarts)) {
            if (start.isBefore(businessDate)) {
                stages.add(
                        new Stage(after -> recognitions.notShownSince(start, after, OneByOne.BATCH), this::showBegun));
            }
            if (period.isOverOn(start, businessDate)) {
                stages.add(new Stage(
                        after -> recognitions.inPublicitySince(start, after, OneByOne.BATCH),
                        ids -> recognise(ids, businessDate)));
            }
        }
        var last = businessDate.plusDays(REMINDED_DAYS_BEFORE.getFirst());
        for (var day : transactions.read(() -> recognitions.lastDays(last))) {
            stages.add(day.isBefore(businessDate) ? expiring(day, businessDate) : reminding(day, businessDate));
        }
        oneByOne.batches(stages);
    }

    private Stage expiring(LocalDate day, LocalDate today) {
        return new Stage(after -> recognitions.over(day, after, OneByOne.BATCH), ids -> expire(ids, today));
    }

    /** By the last reminder that is due; one that was missed is not sent beside it. */
    private Stage reminding(LocalDate day, LocalDate today) {
        int days = REMINDED_DAYS_BEFORE.stream()
                .filter(before -> !day.isAfter(today.plusDays(before)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Stage(after -> recognitions.ending(day, days, after, OneByOne.BATCH), ids -> remind(ids, days));
    }

    /** Their publicity has begun at midnight; until now their pages said so by the date alone. */
    private void showBegun(List<UUID> ids) {
        var locked = products.lockAll(recognitions.ofAll(Columns.of(ids)).stream()
                .map(Recognition::product)
                .toList());
        storeRecognition.show(locked.keySet());
        record(ids, id -> Map.of("publicity", "begun"));
    }

    private void recognise(List<UUID> ids, LocalDate today) {
        var done = recognise.recogniseDue(ids, today, RecognitionMove.RECOGNISE, FilingActor.TASK);
        record(done, id -> Map.of("recognised", today.toString()));
    }

    private void expire(List<UUID> ids, LocalDate today) {
        var locked = products.lockAll(recognitions.ofAll(Columns.of(ids)).stream()
                .map(Recognition::product)
                .toList());
        var moved = recognitions.lockAll(Columns.of(ids)).stream()
                .filter(found -> found.state() == RecognitionState.RECOGNISED
                        && found.requireValidUntil().isBefore(today))
                .map(found -> new Moved(
                        found.ended(RecognitionMove.EXPIRE, clock.now()),
                        Objects.requireNonNull(locked.get(found.product())),
                        RecognitionMove.EXPIRE,
                        Map.of("date", ToldDay.of(found.requireValidUntil()))))
                .toList();
        storeRecognition.storeAll(moved);
        var dates = new LinkedHashMap<UUID, String>();
        moved.forEach(one -> dates.put(
                one.recognition().id(), one.recognition().requireValidUntil().toString()));
        record(dates.keySet(), id -> Map.of("expired", Objects.requireNonNull(dates.get(id))));
    }

    private void record(Collection<UUID> ids, Function<UUID, Map<String, Object>> digest) {
        var digests = new LinkedHashMap<UUID, Map<String, Object>>();
        ids.forEach(id -> digests.put(id, digest.apply(id)));
        audit.recordTask(TASK, Recognitions.RECORD, digests);
    }

    private void remind(List<UUID> ids, int days) {
        // Not locked: what is revoked at this moment was to expire all the same.
        var valid = recognitions.ofAll(Columns.of(ids)).stream()
                .filter(found -> found.state() == RecognitionState.RECOGNISED)
                .toList();
        var noted = Set.copyOf(recognitions.noteReminders(Columns.of(valid, Recognition::id), days));
        var reminded =
                valid.stream().filter(found -> noted.contains(found.id())).toList();
        var named = products.named(reminded.stream().map(Recognition::product).collect(Collectors.toSet()));
        var found = units.ofAll(reminded.stream().map(Recognition::unit).collect(Collectors.toSet()));
        notices.tellAll(reminded.stream()
                .map(one -> new Notice(
                        EXPIRING,
                        Objects.requireNonNull(found.get(one.unit())),
                        Map.of(
                                "product",
                                Objects.requireNonNull(named.get(one.product())).name(),
                                "date",
                                ToldDay.of(one.requireValidUntil())),
                        Recognitions.link(one.id())))
                .toList());
    }
}
