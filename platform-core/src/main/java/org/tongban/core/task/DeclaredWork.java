package org.tongban.core.task;

import io.micronaut.context.annotation.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.StartRefused;

/** The declared tasks and jobs with their bodies (CO-2): the start fails unless each has exactly one. */
@Context
class DeclaredWork {
    private final List<TaskDeclaration> tasks;
    private final Map<String, TaskBody> taskBodies;
    private final Map<String, JobBody> jobBodies;

    DeclaredWork(ModuleRegistry modules, Collection<TaskBody> tasks, Collection<JobBody> jobs) {
        this.tasks = modules.all(PlatformModule::tasks);
        taskBodies =
                matched("task", this.tasks.stream().map(TaskDeclaration::id).toList(), tasks, TaskBody::task);
        jobBodies = matched(
                "job",
                modules.all(PlatformModule::jobs).stream().map(JobType::id).toList(),
                jobs,
                JobBody::type);
    }

    List<TaskDeclaration> tasks() {
        return tasks;
    }

    TaskBody task(String id) {
        return found(taskBodies, id);
    }

    JobBody job(String type) {
        return found(jobBodies, type);
    }

    /** Every fault is told at once: a module's author should not start the platform once for each. */
    static <B> Map<String, B> matched(
            String kind, List<String> declared, Collection<B> bodies, Function<B, String> id) {
        var faults = new ArrayList<String>();
        var matched = new LinkedHashMap<String, B>();
        for (var name : declared) {
            var own =
                    bodies.stream().filter(body -> id.apply(body).equals(name)).toList();
            if (own.size() != 1) {
                faults.add("%s %s has %d bodies".formatted(kind, name, own.size()));
            } else if (matched.put(name, own.getFirst()) != null) {
                faults.add("%s %s is declared twice".formatted(kind, name));
            }
        }
        bodies.stream()
                .filter(body -> !declared.contains(id.apply(body)))
                .map(body -> "%s is the body of %s %s, which no module declares"
                        .formatted(body.getClass().getName(), kind, id.apply(body)))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new StartRefused(String.join("; ", faults) + ".");
        }
        return Map.copyOf(matched);
    }

    private static <B> B found(Map<String, B> bodies, String id) {
        var body = bodies.get(id);
        if (body == null) {
            throw new IllegalArgumentException(id + " is declared by no module that runs");
        }
        return body;
    }
}
