package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobBody;
import org.tongban.core.task.JobStep;
import org.tongban.filing.ProductFilingModule;

/**
 * Takes all patents that the registry knows under the unit's present and former names, a page at a time in the order of their
 * numbers, so that it goes on behind the last page (PF-20). Where the names change meanwhile, it begins anew.
 */
@Singleton
class ImportPatents implements JobBody {
    static final String UNIT = "unit";

    private static final String AFTER = "after";
    private static final String NAMES = "names";

    private final HeldPatents held;

    ImportPatents(HeldPatents held) {
        this.held = held;
    }

    @Override
    public String type() {
        return ProductFilingModule.PATENT_IMPORT;
    }

    @Override
    public JobStep step(Job job) {
        return prepare(job).get();
    }

    @Override
    public Supplier<JobStep> prepare(Job job) {
        var unit = UUID.fromString(job.parameter(UNIT));
        var names = held.names(unit);
        boolean goesOn = names.mark().equals(job.cursor().get(NAMES));
        var page = held.read(unit, names, goesOn ? job.cursor().getOrDefault(AFTER, "") : "");
        var done = page.entries().size();
        var next = page.isLast()
                ? JobStep.finished(done)
                : JobStep.next(Map.of(AFTER, page.end(), NAMES, names.mark()), done);
        var step = goesOn ? next : next.withTotal(job.done() + held.count(names));
        return () -> {
            held.write(page);
            return step;
        };
    }
}
