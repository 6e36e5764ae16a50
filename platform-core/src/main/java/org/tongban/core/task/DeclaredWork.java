package org.tongban.core.task;

import io.micronaut.context.annotation.Context;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tongban.core.module.Behaviour;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;

/** The declared tasks and jobs with their bodies (CO-2): the start fails unless each has exactly one. */
@Context
class DeclaredWork {
    private final List<TaskDeclaration> tasks;
    private final Map<String, TaskBody> taskBodies;
    private final Map<String, JobBody> jobBodies;

    DeclaredWork(ModuleRegistry modules, Collection<TaskBody> tasks, Collection<JobBody> jobs) {
        this.tasks = modules.all(PlatformModule::tasks);
        taskBodies = Behaviour.of(
                "TaskBody", this.tasks.stream().map(TaskDeclaration::id).toList(), tasks, TaskBody::task);
        jobBodies = Behaviour.of(
                "JobBody",
                modules.all(PlatformModule::jobs).stream().map(JobType::id).toList(),
                jobs,
                JobBody::type);
    }

    List<TaskDeclaration> tasks() {
        return tasks;
    }

    TaskBody task(String id) {
        return Objects.requireNonNull(taskBodies.get(id), id);
    }

    /** The body of a kind of job; empty where its module does not run (CO-5). */
    Optional<JobBody> job(String type) {
        return Optional.ofNullable(jobBodies.get(type));
    }
}
