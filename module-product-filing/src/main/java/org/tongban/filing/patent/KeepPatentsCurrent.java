package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.RegistryUnavailable;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.patent.PatentUpkeep.Phase;
import org.tongban.filing.unit.UnitNames;

/**
 * Follows the registry with the patents of all units (PF-20): what is new under their names, legal status, transfer, and the end
 * of terms. Each page is a transaction that notes how far the round has come, so that it goes on there after a crash.
 */
@Singleton
class KeepPatentsCurrent implements TaskBody {
    private static final int BY_HAND = 100;
    private static final int ENDING = 1000;
    private static final String SUBJECT = "product-filing/unit";

    private final UnitNames names;
    private final HeldPatents held;
    private final PatentRegistry registry;
    private final PatentRepository patents;
    private final PatentUpkeepRepository upkeep;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    KeepPatentsCurrent(
            UnitNames names,
            HeldPatents held,
            PatentRegistry registry,
            PatentRepository patents,
            PatentUpkeepRepository upkeep,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.names = names;
        this.held = held;
        this.registry = registry;
        this.patents = patents;
        this.upkeep = upkeep;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public String task() {
        return ProductFilingModule.PATENT_UPKEEP;
    }

    @Override
    public void run() {
        var today = clock.today();
        noteNames();
        @Nullable RuntimeException fault = null;
        for (var due = transactions.read(() -> upkeep.next(today));
                due.isPresent();
                due = transactions.read(() -> upkeep.next(today))) {
            var round = due.get();
            try {
                step(round, today);
            } catch (RuntimeException broken) {
                // Without a registry nobody's round goes on; what is wrong with one unit's leaves the others theirs.
                if (broken instanceof DomainException refusal && RegistryUnavailable.is(refusal)) {
                    throw broken;
                }
                fault = broken;
                end(round, today);
            }
        }
        while (transactions.write(() -> patents.expire(today, clock.now(), ENDING)) == ENDING) {
            // One transaction for each batch.
        }
        if (fault != null) {
            throw fault;
        }
    }

    private void noteNames() {
        var last = new UUID(0, 0);
        while (true) {
            var behind = last;
            var next = transactions.write(() -> names.noteNext(behind));
            if (next.isEmpty()) {
                return;
            }
            last = next.get();
        }
    }

    private void step(PatentUpkeep round, LocalDate today) {
        switch (round.phase()) {
            case HELD -> follow(round);
            case BY_HAND -> followByHand(round, today);
        }
    }

    private void end(PatentUpkeep round, LocalDate today) {
        transactions.write(() -> {
            upkeep.goOn(round.unit(), today.plusDays(1), Phase.HELD, "");
            return round;
        });
    }

    private void follow(PatentUpkeep round) {
        var unit = round.unit();
        if (!round.imported()) {
            transactions.write(() -> {
                upkeep.goOn(unit, round.dueOn(), Phase.BY_HAND, "");
                return round;
            });
            return;
        }
        var page = held.read(unit, held.names(unit), round.behind());
        transactions.write(() -> {
            record(unit, held.write(page));
            if (page.isLast()) {
                upkeep.goOn(unit, round.dueOn(), Phase.BY_HAND, "");
            } else {
                upkeep.goOn(unit, round.dueOn(), Phase.HELD, page.end());
            }
            return round;
        });
    }

    private void followByHand(PatentUpkeep round, LocalDate today) {
        var unit = round.unit();
        var rows = transactions.read(() -> patents.byHand(unit, round.behind(), BY_HAND));
        var entries = new HashMap<String, Entry>();
        rows.forEach(row ->
                registry.find(new PatentNumber(row.number())).ifPresent(entry -> entries.put(row.number(), entry)));
        var own = held.names(unit).own().stream().map(Folding::name).collect(Collectors.toSet());
        var followed = new ArrayList<Entry>();
        var departed = new ArrayList<String>();
        for (var row : rows) {
            var entry = entries.get(row.number());
            if (entry == null) {
                continue;
            }
            boolean isHeld = isAmong(own, entry.holders());
            if (isHeld || row.isLicensed() || !row.verified()) {
                followed.add(entry);
            } else if (row.legalStatus() != LegalStatus.TRANSFERRED) {
                // Not so where it has not arrived yet: the registry may be late with an assignment to the unit.
                if (isAmong(own, row.holders())) {
                    departed.add(row.number());
                } else {
                    followed.add(entry);
                }
            }
        }
        transactions.write(() -> {
            record(unit, write(unit, followed, departed, today));
            if (rows.size() < BY_HAND) {
                upkeep.goOn(unit, today.plusDays(1), Phase.HELD, "");
            } else {
                upkeep.goOn(unit, round.dueOn(), Phase.BY_HAND, rows.getLast().number());
            }
            return round;
        });
    }

    private long write(UUID unit, List<Entry> followed, List<String> departed, LocalDate today) {
        return patents.follow(unit, clock.now(), RegistryRows.of(followed, today))
                + patents.departed(unit, departed.toArray(String[]::new), today, clock.now());
    }

    private static boolean isAmong(Set<String> folded, List<String> holders) {
        return holders.stream().map(Folding::name).anyMatch(folded::contains);
    }

    private void record(UUID unit, long changed) {
        if (changed > 0) {
            audit.recordTask(ProductFilingModule.PATENT_UPKEEP, SUBJECT, unit, Map.of("patents", changed));
        }
    }
}
