package org.tongban.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Kills the server under load at random moments and looks at what is left (RL-3, CO-80). */
final class CrashServer {
    private static final int TIMES = 20;
    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 4_000;
    private static final int LEAST_WRITES = 1;

    private CrashServer() {}

    static Result run(Setup setup) throws Exception {
        int times = setup.timesOr(TIMES);
        var random = setup.random();
        var journal = new Journal();
        var lost = new ArrayList<String>();
        var halves = new ArrayList<String>();
        var repeats = new ArrayList<String>();
        try (var site = Site.open(setup, Suite.CRASH_SERVER)) {
            var work = Work.prepare(site);
            site.stopServer();
            site.startServer();
            for (int i = 0; i < times; i++) {
                var load = Load.start(site.server(), journal, work.patent(), work.picture());
                Await.pause(Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
                site.killServer();
                load.stop();
                // What the database had begun for a client that is gone, it ends by itself.
                work.settle(site);
                lost.addAll(Acknowledged.lost(site, journal));
                halves.addAll(Invariants.broken(site));
                site.startServer();
                repeats.addAll(Acknowledged.repeat(site.server().as("unit-a"), journal));
            }
            halves.addAll(work.unfinished(site));
        }
        var notes = new ArrayList<String>(lost);
        notes.addAll(halves);
        notes.addAll(repeats);
        notes.addAll(journal.strangeAnswers());
        return new Result(
                times + " kills",
                List.of(
                        Figure.atLeast("writes acknowledged", (long) LEAST_WRITES * times, journal.acknowledgedCount()),
                        Figure.none("acknowledged but lost", lost.size()),
                        Figure.none("half done", halves.size()),
                        Figure.none("repeats with a key that went wrong", repeats.size()),
                        Figure.none(
                                "good requests refused",
                                journal.strangeAnswers().size())),
                notes);
    }
}
