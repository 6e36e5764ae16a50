package org.tongban.core.task.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.task.run.TaskRecords;

/** Counts tasks that fail or do not come to run, each time somebody looks (CO-48, CO-83c). */
@Context
class TaskGauges {
    TaskGauges(ModuleRegistry modules, TaskRecords records, MeterRegistry registry) {
        var tasks = modules.<TaskDeclaration>all(PlatformModule::tasks);
        Gauge.builder("tongban.tasks.failing", records, held -> held.countFailing(tasks))
                .description("Tasks whose last run failed")
                .strongReference(true)
                .register(registry);
        Gauge.builder("tongban.tasks.late", records, held -> held.countLate(tasks))
                .description("Tasks that should have run five minutes ago and that no node has")
                .strongReference(true)
                .register(registry);
    }
}
