package org.tongban.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Kills PostgreSQL under load and starts it again; the server stays up and has to cope (RL-3, RL-18). */
final class CrashDatabase {
    private static final int TIMES = 20;
    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 3_000;
    private static final int LEAST_WRITES = 1;
    private static final Duration DARK = Duration.ofSeconds(1);
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);

    private CrashDatabase() {}

    static Result run(Setup setup) throws Exception {
        int times = setup.timesOr(TIMES);
        var random = setup.random();
        var journal = new Journal();
        var lost = new ArrayList<String>();
        var halves = new ArrayList<String>();
        int notRecovered = 0;
        long slowest = 0;
        try (var site = Site.open(setup, Suite.CRASH_DATABASE)) {
            var work = Work.prepare(site);
            for (int i = 0; i < times; i++) {
                var load = Load.start(site.server(), journal, work.patent(), work.picture());
                Await.pause(Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
                site.killDatabase();
                Await.pause(DARK);
                site.startDatabase();
                long back = System.nanoTime();
                if (!Await.until(LONGEST_RECOVERY, site.server()::isReady)) {
                    notRecovered++;
                }
                slowest = Math.max(slowest, System.nanoTime() - back);
                Await.pause(AFTERWARDS);
                load.stop();
                lost.addAll(Acknowledged.lost(site, journal));
                halves.addAll(Invariants.broken(site));
                halves.addAll(Acknowledged.repeat(site.server().as("unit-a"), journal));
            }
            halves.addAll(work.unfinished(site));
        }
        var notes = new ArrayList<String>(lost);
        notes.addAll(halves);
        notes.addAll(journal.strangeAnswers());
        notes.add("answers 503: %d, none: %d; slowest recovery %d ms"
                .formatted(
                        journal.unavailableCount(),
                        journal.unansweredCount(),
                        Duration.ofNanos(slowest).toMillis()));
        return new Result(
                times + " kills",
                List.of(
                        Figure.atLeast("writes acknowledged", (long) LEAST_WRITES * times, journal.acknowledgedCount()),
                        Figure.atLeast("answers 503 with Retry-After meanwhile", times, journal.unavailableCount()),
                        Figure.none(
                                "other answers meanwhile",
                                journal.strangeAnswers().size()),
                        Figure.none("connections dropped meanwhile", journal.unansweredCount()),
                        Figure.none("recoveries that needed a hand", notRecovered),
                        Figure.none("acknowledged but lost", lost.size()),
                        Figure.none("half done", halves.size())),
                notes);
    }
}
