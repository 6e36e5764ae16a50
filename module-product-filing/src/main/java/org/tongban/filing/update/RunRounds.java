package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.core.form.Forms;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Columns;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.filing.OneByOne;
import org.tongban.filing.OneByOne.Stage;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.ToldDay;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.round.Round;
import org.tongban.filing.round.Rounds;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;
import org.tongban.filing.unit.UnitNotices.Notice;

/** Asks units for their updates when a round opens, reminds them, and notes what was missed (PF-40, PF-81). */
@Singleton
class RunRounds implements TaskBody {
    static final String TASK = "product-filing.run-rounds";
    private static final String OPEN = "filing.update-open";
    private static final String REMINDER = "filing.update-reminder";
    private static final Set<Long> REMINDED_DAYS_BEFORE = Set.of(14L, 3L);
    private static final int BATCH = 200;

    private final Rounds rounds;
    private final UpdateRepository updates;
    private final UpdateTimes times;
    private final UpdateMatters matters;
    private final FiledProducts products;
    private final FilingUnits units;
    private final UnitNotices notices;
    private final Forms forms;
    private final OneByOne oneByOne;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final BusinessClock clock;

    RunRounds(
            Rounds rounds,
            UpdateRepository updates,
            UpdateTimes times,
            UpdateMatters matters,
            FiledProducts products,
            FilingUnits units,
            UnitNotices notices,
            Forms forms,
            OneByOne oneByOne,
            Transactions transactions,
            AuditTrail audit,
            BusinessClock clock) {
        this.rounds = rounds;
        this.updates = updates;
        this.times = times;
        this.matters = matters;
        this.products = products;
        this.units = units;
        this.notices = notices;
        this.forms = forms;
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
        var round = transactions.write(() -> rounds.lock(businessDate.getYear()));
        var stages = new ArrayList<Stage>();
        if (round.isOpenOn(businessDate)) {
            oneByOne.each(
                    after -> updates.unitsToAsk(round.year(), round.dataYear(), after, OneByOne.BATCH),
                    unit -> ask(unit, round));
            long days = ChronoUnit.DAYS.between(businessDate, round.closesOn());
            // A day that is caught up later has fewer left, or none.
            long left = ChronoUnit.DAYS.between(clock.today(), round.closesOn());
            if (REMINDED_DAYS_BEFORE.contains(days) && left >= 0) {
                stages.add(new Stage(
                        after -> updates.unitsWithOpen(round.year(), after, OneByOne.BATCH),
                        found -> remind(found, round, (int) days, left)));
            }
        }
        stages.add(
                new Stage(after -> updates.late(businessDate, after, OneByOne.BATCH), ids -> miss(ids, businessDate)));
        oneByOne.batches(stages);
    }

    private void ask(UUID unit, Round round) {
        var form = forms.newest(ProductFilingModule.UPDATE_FORM).definition().id();
        long asked = 0;
        List<UUID> found;
        do {
            found = updates.productsToAsk(unit, round.year(), round.dataYear(), BATCH);
            var added = updates.add(
                    Columns.of(found, product -> Ids.next()),
                    Columns.of(found),
                    unit,
                    round.year(),
                    round.dataYear(),
                    form,
                    clock.now());
            matters.note(updates.ofAll(Columns.of(added)));
            asked += added.size();
        } while (found.size() == BATCH);
        if (asked > 0) {
            notices.tell(
                    OPEN,
                    units.of(unit),
                    Map.of(
                            "date",
                            ToldDay.endOf(round.closesOn()),
                            "count",
                            String.valueOf(open(round, Set.of(unit)).getOrDefault(unit, 0L))),
                    UpdateController.PATH);
        }
    }

    private Map<UUID, Long> open(Round round, Set<UUID> of) {
        return updates.countOpen(round.year(), Columns.of(of)).stream()
                .collect(Collectors.toMap(OpenUpdates::unit, OpenUpdates::open));
    }

    /** @param left how many days there still are, where the day of the reminder is caught up later */
    private void remind(List<UUID> found, Round round, int days, long left) {
        var reminded = Set.copyOf(updates.noteReminders(Columns.of(found), round.year(), days));
        var open = open(round, reminded);
        notices.tellAll(units.ofAll(reminded).values().stream()
                .map(unit -> new Notice(
                        REMINDER,
                        unit,
                        Map.of("days", String.valueOf(left), "count", String.valueOf(open.getOrDefault(unit.id(), 0L))),
                        UpdateController.PATH))
                .toList());
    }

    /** Against those that are handed in at the same moment the rows' locks decide. */
    private void miss(List<UUID> ids, LocalDate date) {
        var missed = updates.lockAll(Columns.of(ids)).stream()
                .filter(update -> (update.state() == UpdateState.DUE || update.state() == UpdateState.RETURNED)
                        && !times.isTaken(update, date))
                .map(update -> update.missed(clock.now()))
                .toList();
        if (missed.isEmpty()) {
            return;
        }
        updates.miss(Columns.of(missed, ProductUpdate::id), Columns.of(missed, ProductUpdate::version), clock.now());
        matters.note(missed);
        UpdateMove.MISS.message().ifPresent(message -> tellMissed(message, missed));
        var digests = new LinkedHashMap<UUID, Map<String, Object>>();
        missed.forEach(update -> digests.put(update.id(), Map.of("round", update.year())));
        audit.recordTask(TASK, UpdateFiles.RECORD, digests);
    }

    private void tellMissed(String message, List<ProductUpdate> missed) {
        var found = units.ofAll(missed.stream().map(ProductUpdate::unit).collect(Collectors.toSet()));
        var named = products.named(missed.stream().map(ProductUpdate::product).collect(Collectors.toSet()));
        notices.tellAll(missed.stream()
                .map(update -> new Notice(
                        message,
                        Objects.requireNonNull(found.get(update.unit())),
                        Map.of(
                                "product",
                                Objects.requireNonNull(named.get(update.product()))
                                        .name(),
                                "year",
                                String.valueOf(update.year())),
                        UpdateController.PATH))
                .toList());
    }
}
