package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tongban.core.task.Job;
import org.tongban.core.task.Jobs;
import org.tongban.core.web.Caller;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnits;

/** Starts the import of the unit's patents from the registry, or joins the one under way (PF-20). */
@Singleton
class StartPatentImport {
    private final FilingUnits units;
    private final Jobs jobs;

    StartPatentImport(FilingUnits units, Jobs jobs) {
        this.units = units;
        this.jobs = jobs;
    }

    Job start(Caller caller) {
        var unit = units.verified(caller).id().toString();
        return jobs.start(ProductFilingModule.PATENT_IMPORT, Map.of(ImportPatents.UNIT, unit), unit, caller);
    }
}
