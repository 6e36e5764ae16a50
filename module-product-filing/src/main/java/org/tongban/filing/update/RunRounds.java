package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.form.Forms;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.filing.OneByOne;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.round.Round;
import org.tongban.filing.round.Rounds;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;

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
        if (round.isOpenOn(businessDate)) {
            oneByOne.each(
                    after -> updates.unitsToAsk(round.year(), round.dataYear(), after, OneByOne.BATCH),
                    unit -> ask(unit, round));
            long days = ChronoUnit.DAYS.between(businessDate, round.closesOn());
            if (REMINDED_DAYS_BEFORE.contains(days)) {
                oneByOne.each(
                        after -> updates.unitsWithOpen(round.year(), after, OneByOne.BATCH),
                        unit -> remind(unit, round, days));
            }
        }
        oneByOne.each(after -> updates.late(businessDate, after, OneByOne.BATCH), update -> miss(update, businessDate));
    }

    private void ask(UUID unit, Round round) {
        var form = forms.newest(ProductFilingModule.UPDATE_FORM).definition().id();
        long asked = 0;
        List<UUID> found;
        do {
            found = updates.productsToAsk(unit, round.year(), round.dataYear(), BATCH);
            for (var product : found) {
                var id = Ids.next();
                if (updates.add(id, product, unit, round.year(), round.dataYear(), form, clock.now()) == 1) {
                    matters.note(updates.ofId(id).orElseThrow());
                    asked++;
                }
            }
        } while (found.size() == BATCH);
        if (asked > 0) {
            tell(
                    OPEN,
                    unit,
                    Map.of(
                            "date",
                            round.closesOn().toString(),
                            "count",
                            String.valueOf(updates.countOpen(round.year(), unit))));
        }
    }

    private void remind(UUID unit, Round round, long days) {
        if (updates.noteReminder(unit, round.year(), (int) days) == 1) {
            var open = updates.countOpen(round.year(), unit);
            tell(REMINDER, unit, Map.of("days", String.valueOf(days), "count", String.valueOf(open)));
        }
    }

    /** Against one that is handed in at the same moment the row's lock decides. */
    private void miss(UUID id, LocalDate date) {
        var update = updates.lock(id).orElse(null);
        if (update == null
                || !(update.state() == UpdateState.DUE || update.state() == UpdateState.RETURNED)
                || times.isTaken(update, date)) {
            return;
        }
        var missed = update.missed(clock.now());
        updates.store(missed);
        matters.note(missed);
        var product = products.of(missed.product());
        UpdateMove.MISS
                .message()
                .ifPresent(message -> tell(
                        message,
                        missed.unit(),
                        Map.of("product", product.name(), "year", String.valueOf(missed.year()))));
        audit.recordTask(TASK, UpdateFiles.RECORD, id, Map.of("round", missed.year()));
    }

    private void tell(String message, UUID unit, Map<String, String> parameters) {
        notices.tell(message, units.of(unit), parameters, UpdateController.PATH);
    }
}
