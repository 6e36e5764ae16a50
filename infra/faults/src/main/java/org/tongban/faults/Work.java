package org.tongban.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the writers of a crash suite share, and what must have come to its end when they are gone. */
record Work(String patent, byte[] picture) {
    private static final int PATENTS = 300;
    private static final Duration LONGEST_END = Duration.ofSeconds(120);
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(20);

    private static final String UNDER_WAY = """
        select count(*) from pg_stat_activity
        where usename = 'tongban_app' and datname = 'tongban'\
        """;
    private static final String UNFINISHED_JOBS = "select count(*) from core.job where state <> 'done'";
    private static final String UNSENT =
            "select count(*) from core.message where state in ('queued', 'claimed', 'sending')";
    private static final String UNCOUNTED = """
        select abs(coalesce((select sum(count) from product_filing.statistic
                where subject = 'public' and dimension = 'state'), 0)
            + coalesce((select sum(change) from product_filing.statistic_change
                where subject = 'public' and dimension = 'state'), 0)
            - (select count(*) from product_filing.product where state = 'FILED'))\
        """;

    static Work prepare(Site site) {
        var numbers = Filings.numbers(PATENTS);
        Filings.registry(site.server().as("admin"), numbers);
        var patent = Filings.patent(site.server().as(Filings.UNIT), numbers.getFirst());
        return new Work(patent, Filings.picture(site.server().anonymous()));
    }

    /** Waits until the database has noticed that the killed server's connections are gone. */
    void settle(Site site) {
        if (!Await.until(LONGEST_TRANSACTION, () -> count(site, UNDER_WAY) == 0)) {
            throw new IllegalStateException("the database still works for a server that is gone");
        }
    }

    /** Jobs, messages and events that do not come to their end although the server runs. */
    List<String> unfinished(Site site) {
        var found = new ArrayList<String>();
        for (var query : List.of(UNFINISHED_JOBS, UNSENT, UNCOUNTED)) {
            if (!Await.until(LONGEST_END, () -> count(site, query) == 0)) {
                found.add("not at its end after %d s: %s is %d"
                        .formatted(LONGEST_END.toSeconds(), query, count(site, query)));
            }
        }
        return found;
    }

    private static long count(Site site, String query) {
        try {
            return site.count(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
