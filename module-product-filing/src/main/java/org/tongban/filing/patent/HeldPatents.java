package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;
import org.tongban.filing.unit.UnitName;
import org.tongban.filing.unit.UnitNames;

/**
 * What the registry has under a unit's names, a page at a time in the order of the numbers (PF-20): the import takes it, and so
 * does what keeps a unit's list current.
 */
@Singleton
class HeldPatents {
    private static final int PAGE = 2000;
    /** Behind every number, whose first character is a digit. */
    private static final String LAST = "Z";

    private final UnitNames names;
    private final PatentRegistry registry;
    private final PatentRepository patents;
    private final Transactions transactions;
    private final BusinessClock clock;

    HeldPatents(
            UnitNames names,
            PatentRegistry registry,
            PatentRepository patents,
            Transactions transactions,
            BusinessClock clock) {
        this.names = names;
        this.registry = registry;
        this.patents = patents;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The names to look under.
     *
     * @param own those under which everything is the unit's
     * @param decided whether the unit has answered for all that it shares
     */
    record Names(List<String> own, boolean decided) {
        /** Tells whether a round goes on under the names that it began with. */
        String mark() {
            return Integer.toHexString(own.hashCode());
        }
    }

    /**
     * A page.
     *
     * @param behind the number that it begins behind; empty for the first
     */
    record Page(UUID unit, Names names, String behind, List<Entry> entries) {
        boolean isLast() {
            return entries.size() < PAGE;
        }

        /** The number that the next page begins behind. */
        String end() {
            return isLast() ? LAST : entries.getLast().number().value();
        }
    }

    Names names(UUID unit) {
        var all = transactions.read(() -> names.of(unit));
        return new Names(
                all.stream().filter(UnitName::isOwn).map(UnitName::name).toList(),
                all.stream().noneMatch(UnitName::isUndecided));
    }

    /** The registry may be far away: it is asked while no connection is held. */
    Page read(UUID unit, Names under, String behind) {
        @Nullable PatentNumber after = behind.isEmpty() ? null : new PatentNumber(behind);
        var entries = under.own().isEmpty() ? List.<Entry>of() : registry.heldBy(under.own(), after, PAGE);
        return new Page(unit, under, behind, entries);
    }

    /** How many there are in all. */
    long count(Names under) {
        return under.own().isEmpty() ? 0 : registry.countHeldBy(under.own());
    }

    /**
     * Writes a page in the transaction under way: what is new or has changed, and what was imported and is not there any more,
     * which has moved to another holder. As long as a question is open, what is not found may still be the unit's.
     *
     * @return how many rows are other than before
     */
    long write(Page page) {
        long changed = page.entries().isEmpty()
                ? 0
                : patents.take(
                        page.unit(),
                        Acquisition.ORIGINAL.name(),
                        PatentSource.AUTOMATIC.name(),
                        clock.now(),
                        RegistryRows.of(page.entries(), clock.today()));
        if (page.names().decided()) {
            var found =
                    page.entries().stream().map(entry -> entry.number().value()).toArray(String[]::new);
            changed += patents.depart(page.unit(), page.behind(), page.end(), found, clock.today(), clock.now());
        }
        return changed;
    }
}
