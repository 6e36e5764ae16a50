package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tongban.core.task.Job;
import org.tongban.core.task.Jobs;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNames;

/** Starts the import of the unit's patents from the registry, or joins the one under way (PF-20). */
@Singleton
class StartPatentImport {
    private final FilingUnits units;
    private final UnitNames names;
    private final PatentUpkeepRepository upkeep;
    private final BusinessClock clock;
    private final Jobs jobs;

    StartPatentImport(
            FilingUnits units, UnitNames names, PatentUpkeepRepository upkeep, BusinessClock clock, Jobs jobs) {
        this.units = units;
        this.names = names;
        this.upkeep = upkeep;
        this.clock = clock;
        this.jobs = jobs;
    }

    Job start(Caller caller) {
        var unit = units.verified(caller);
        names.note(unit);
        upkeep.enrol(unit.id(), true, clock.today().plusDays(1));
        var key = unit.id().toString();
        return jobs.start(ProductFilingModule.PATENT_IMPORT, Map.of(ImportPatents.UNIT, key), key, caller);
    }
}
