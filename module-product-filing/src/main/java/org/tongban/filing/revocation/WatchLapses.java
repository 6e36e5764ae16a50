package org.tongban.filing.revocation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Transactions;
import org.tongban.filing.OneByOne;
import org.tongban.filing.lapse.Lapses;
import org.tongban.filing.product.FiledProducts;

/** Finds the filed products of which no linked patent is valid any more, and asks their units to revoke them (PF-35). */
@Singleton
class WatchLapses implements TaskBody {
    static final String TASK = "product-filing.watch-lapses";
    private static final String LAPSED = "filing.all-patents-lapsed";
    private static final UUID FIRST = new UUID(0, 0);
    private static final int STRETCH = 1000;
    private static final int BATCH = 100;
    private static final int FIRST_REMINDER = 7;
    private static final int SECOND_REMINDER = 30;

    private final Lapses lapses;
    private final FiledProducts products;
    private final OneByOne oneByOne;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final BusinessClock clock;

    WatchLapses(
            Lapses lapses,
            FiledProducts products,
            OneByOne oneByOne,
            Transactions transactions,
            AuditTrail audit,
            BusinessClock clock) {
        this.lapses = lapses;
        this.products = products;
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
        end(businessDate);
        find(businessDate);
        // The later one first, so that nobody gets both at once.
        remind(2, businessDate.minusDays(SECOND_REMINDER));
        remind(1, businessDate.minusDays(FIRST_REMINDER));
    }

    /** One revoked, or with a valid patent again, needs no answer any more. */
    private void end(LocalDate today) {
        oneByOne.each(after -> lapses.over(today, after, OneByOne.BATCH), product -> {
            products.showLapsed(product, false);
            lapses.forget(product);
        });
    }

    private void find(LocalDate today) {
        var after = FIRST;
        Optional<UUID> last;
        while ((last = end(after)).isPresent()) {
            var from = after;
            var to = last.get();
            transactions
                    .read(() -> lapses.unnoticed(from, to, today))
                    .forEach(product -> transactions.write(() -> notice(product, today)));
            after = to;
        }
    }

    private Optional<UUID> end(UUID after) {
        return transactions.read(() -> lapses.endOfNext(after, STRETCH));
    }

    private UUID notice(UUID id, LocalDate today) {
        var product = products.lock(id);
        if (lapses.of(id).isEmpty() && lapses.isWithout(id, today)) {
            lapses.add(id, product.unit(), products.organisation(product).region(), today);
            products.showLapsed(id, true);
            products.tell(product, LAPSED, Map.of("product", product.name()));
            audit.recordTask(TASK, RevocationController.RECORD, id, Map.of("found", today.toString()));
        }
        return id;
    }

    private void remind(int stage, LocalDate until) {
        while (transactions.write(() -> remindSome(stage, until)) == BATCH) {
            // One transaction for each batch, which notes whom it told.
        }
    }

    private int remindSome(int stage, LocalDate until) {
        var waiting = lapses.waiting(stage, until, BATCH);
        for (var lapse : waiting) {
            var product = products.of(lapse.product());
            products.tell(product, LAPSED, Map.of("product", product.name()));
            lapses.remind(lapse);
        }
        return waiting.size();
    }
}
