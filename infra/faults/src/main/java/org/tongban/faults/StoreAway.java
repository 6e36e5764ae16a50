package org.tongban.faults;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Takes the object store away under load and gives it back (RL-18): what needs it is refused with 503 and a time to come
 * again, what does not goes on, nothing that was acknowledged is lost, and no hand is needed afterwards.
 */
final class StoreAway {
    private static final int TIMES = 10;
    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 2_000;
    private static final Duration DARK = Duration.ofSeconds(2);
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);

    private final Journal journal = new Journal();
    private final List<String> faults = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private int notRecovered;
    private long writtenMeanwhile;

    private StoreAway() {}

    static Result run(Setup setup) throws Exception {
        return new StoreAway().measured(setup);
    }

    private Result measured(Setup setup) throws Exception {
        int times = setup.timesOr(TIMES);
        var random = setup.random();
        try (var site = Site.open(setup, Suite.STORE_AWAY);
                var relay = new Relay(URI.create(site.store()))) {
            site.set("S3_ENDPOINT", relay.url());
            site.stopServer();
            site.startServer();
            var work = Work.prepare(site);
            for (int i = 0; i < times; i++) {
                var load = Load.start(site.server(), journal, work.patent(), work.picture());
                Await.pause(Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
                long before = journal.drafts().size();
                relay.cut();
                Await.pause(DARK);
                writtenMeanwhile += journal.drafts().size() - before;
                relay.mend();
                if (!Await.until(LONGEST_RECOVERY, site.server()::isReady)) {
                    notRecovered++;
                }
                Await.pause(AFTERWARDS);
                load.stop();
                lost.addAll(Acknowledged.lost(site, journal));
                faults.addAll(Invariants.broken(site));
                faults.addAll(Acknowledged.repeat(site.server().as("unit-a"), journal));
            }
            faults.addAll(work.unfinished(site));
            faults.addAll(withoutObject(site));
        }
        return result(times);
    }

    /** Files that are said to be there and whose bytes are not. */
    private static List<String> withoutObject(Site site) throws SQLException, IOException {
        var there = new HashSet<>(site.objects());
        return site.rows("select storage_key from core.file where state = 'CLEAN'").stream()
                .filter(key -> !there.contains(key))
                .map(key -> "no object " + key)
                .toList();
    }

    private Result result(int times) {
        var notes = new ArrayList<>(lost);
        notes.addAll(faults);
        notes.addAll(journal.strangeAnswers());
        return new Result(
                times + " absences",
                List.of(
                        Figure.atLeast("writes acknowledged", times, journal.acknowledgedCount()),
                        Figure.atLeast("drafts begun while the store was away", times, writtenMeanwhile),
                        Figure.atLeast("answers 503 with Retry-After meanwhile", times, journal.unavailableCount()),
                        Figure.none(
                                "other answers meanwhile",
                                journal.strangeAnswers().size()),
                        Figure.none("connections dropped meanwhile", journal.unansweredCount()),
                        Figure.none("recoveries that needed a hand", notRecovered),
                        Figure.none("acknowledged but lost", lost.size()),
                        Figure.none("half done, or a file without its object", faults.size())),
                notes);
    }
}
