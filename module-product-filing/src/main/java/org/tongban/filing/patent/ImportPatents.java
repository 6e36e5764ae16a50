package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.external.PatentRegistry;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobBody;
import org.tongban.core.task.JobStep;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnits;

/**
 * Takes all patents that the registry knows under the unit's present and former names, a chunk at a time in the order of
 * their numbers, so that it goes on behind the last chunk (PF-20).
 */
@Singleton
class ImportPatents implements JobBody {
    static final String UNIT = "unit";

    private static final String AFTER = "after";
    private static final int CHUNK = 1000;

    private final FilingUnits units;
    private final OrganisationDirectory organisations;
    private final PatentRegistry registry;
    private final PatentRepository patents;
    private final Transactions transactions;
    private final BusinessClock clock;

    ImportPatents(
            FilingUnits units,
            OrganisationDirectory organisations,
            PatentRegistry registry,
            PatentRepository patents,
            Transactions transactions,
            BusinessClock clock) {
        this.units = units;
        this.organisations = organisations;
        this.registry = registry;
        this.patents = patents;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ProductFilingModule.PATENT_IMPORT;
    }

    @Override
    public JobStep step(Job job) {
        return prepare(job).get();
    }

    /** The registry may be far away: it is asked while no connection is held. */
    @Override
    public Supplier<JobStep> prepare(Job job) {
        var unit = UUID.fromString(job.parameter(UNIT));
        var names = transactions.read(() -> names(units.of(unit).organisation()));
        var after = job.cursor().get(AFTER);
        var entries = registry.heldBy(names, after == null ? null : new PatentNumber(after), CHUNK);
        var next = entries.size() < CHUNK
                ? JobStep.finished(entries.size())
                : JobStep.next(Map.of(AFTER, entries.getLast().number().value()), entries.size());
        var step = after == null ? next.withTotal(registry.countHeldBy(names)) : next;
        return () -> {
            if (!entries.isEmpty()) {
                patents.take(
                        unit,
                        Acquisition.ORIGINAL.name(),
                        PatentSource.AUTOMATIC.name(),
                        clock.now(),
                        RegistryRows.of(entries, clock.today()));
            }
            return step;
        };
    }

    private List<String> names(UUID organisation) {
        var found = organisations.find(organisation).orElseThrow();
        var names = new ArrayList<String>();
        names.add(found.name());
        names.addAll(found.formerNames());
        return names;
    }
}
