package org.tongban.core.module;

import java.util.List;
import java.util.stream.Stream;
import org.tongban.core.module.Setting.Kind;

/** The settings of what goes on without a request: tasks, jobs, events, webhooks (CO-48, CO-50, CO-51, CO-75). */
final class WorkSettings {
    static final List<Setting> ALL =
            Stream.of(work(), webhooks()).flatMap(List::stream).toList();

    private WorkSettings() {}

    private static List<Setting> work() {
        return List.of(
                Setting.of("platform.tasks.enabled", Kind.YES_NO, "true", "whether this node runs tasks and jobs"),
                Setting.of(
                        "platform.tasks.polling",
                        Kind.DURATION,
                        "2s",
                        "how often a node looks for work of other nodes; its own it starts at once"),
                Setting.of("platform.tasks.threads", Kind.COUNT, "4", "how many tasks and jobs a node runs at a time"),
                Setting.of(
                        "platform.tasks.heartbeat",
                        Kind.DURATION,
                        "5s",
                        "how often a node shows that its work goes on; after six missed another takes the work over"),
                Setting.of(
                        "platform.tasks.retry",
                        Kind.DURATION,
                        "2s",
                        "how long a failed step of a job, or a task that failed, waits at first; the wait doubles, of a"
                                + " job up to a minute, of a task up to its next turn"),
                Setting.of(
                        "platform.tasks.daily-check",
                        Kind.DURATION,
                        "30s",
                        "how often daily tasks look whether their time has come"),
                Setting.of(
                        "platform.tasks.kept-days",
                        Kind.COUNT,
                        "90",
                        "after how many days the run of a task is forgotten"),
                Setting.of(
                        "platform.events.retry",
                        Kind.DURATION,
                        "5s",
                        "how long an event that a subscriber could not take waits at first; the wait doubles up to ten"
                                + " minutes"),
                Setting.of(
                        "platform.events.tries",
                        Kind.COUNT,
                        "10",
                        "after how many failures an event is parked, for staff to settle"),
                Setting.of(
                        "platform.job-streams.most",
                        Kind.COUNT,
                        "200",
                        "how many streams of events a node keeps open; one more is answered 503"),
                Setting.of(
                        "platform.job-streams.heartbeat",
                        Kind.DURATION,
                        "15s",
                        "how often a stream on which nothing happens shows that it is alive; less than"
                                + " micronaut.server.idle-timeout"),
                Setting.of(
                        "platform.cpu-bound.queue",
                        Kind.COUNT,
                        "128",
                        "how many pieces of work that keep a processor busy may wait; one more is answered 503"));
    }

    private static List<Setting> webhooks() {
        return List.of(
                Setting.unset(
                        "platform.webhooks.allowed-networks",
                        Kind.TEXT,
                        "addresses and networks, separated by commas, that webhooks may have although they are not"
                                + " public, and there without https"),
                Setting.of(
                        "platform.webhooks.retry",
                        Kind.DURATION,
                        "5s",
                        "how long a delivery waits after its first failure"),
                Setting.of("platform.webhooks.timeout", Kind.DURATION, "10s", "how long a webhook has to answer"),
                Setting.of(
                        "platform.webhooks.lease",
                        Kind.DURATION,
                        "2m",
                        "how long a node has for the deliveries it took; what it left behind then is tried again"),
                Setting.of("platform.webhooks.parallel", Kind.COUNT, "8", "how many webhooks a node calls at a time"),
                Setting.of(
                        "platform.webhooks.overlap",
                        Kind.DURATION,
                        "24h",
                        "how long the former secret of a webhook signs too after there is a new one"),
                Setting.of(
                        "platform.webhooks.disable-after",
                        Kind.DURATION,
                        "3d",
                        "after how long without one success a webhook is disabled"),
                Setting.of(
                        "platform.webhooks.kept-days",
                        Kind.COUNT,
                        "30",
                        "after how many days a delivery and its log are deleted"),
                Setting.of(
                        "platform.webhooks.per-owner",
                        Kind.COUNT,
                        "20",
                        "how many webhooks a client has at most, and operators all together"));
    }
}
