package org.tongban.core.task;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The settings of tasks and jobs.
 *
 * @param enabled whether this node runs any
 * @param polling how often a node looks for work of other nodes; its own it starts at once
 * @param threads how many tasks and jobs a node runs at a time
 * @param heartbeat how often a node shows that its work goes on; after six that were missed another takes the work over
 * @param retry how long a failed step of a job waits at first, the wait doubling up to a minute; a task's up to its turn
 * @param dailyCheck how often daily tasks look whether their time has come
 */
@ConfigurationProperties("platform.tasks")
record TaskSettings(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "2s") Duration polling,
        @Bindable(defaultValue = "4") int threads,
        @Bindable(defaultValue = "5s") Duration heartbeat,
        @Bindable(defaultValue = "2s") Duration retry,
        @Bindable(defaultValue = "30s") Duration dailyCheck) {}
