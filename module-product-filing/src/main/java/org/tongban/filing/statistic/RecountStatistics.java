package org.tongban.filing.statistic;

import jakarta.inject.Singleton;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;
import org.tongban.filing.StatisticDeclarations;

/**
 * Compares the counters with what they count, a year at a time, and puts them right (PF-72). Counts that are wrong show that
 * somebody wrote to the tables past the platform: it is said in the log.
 */
@Singleton
class RecountStatistics implements TaskBody {
    private static final Logger LOG = LoggerFactory.getLogger(RecountStatistics.class);
    /** Filings without figures are counted under it. */
    private static final int NO_YEAR = 0;

    private static final int FIRST_YEAR = 2000;

    private final StatisticRepository statistics;
    private final Transactions transactions;
    private final BusinessClock clock;

    RecountStatistics(StatisticRepository statistics, Transactions transactions, BusinessClock clock) {
        this.statistics = statistics;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return StatisticDeclarations.RECOUNT;
    }

    @Override
    public void run() {
        for (var subject : Subject.values()) {
            var years = new TreeSet<>(transactions.read(() -> statistics.years(subject.code())));
            years.add(NO_YEAR);
            IntStream.rangeClosed(FIRST_YEAR, clock.today().getYear() + 1).forEach(years::add);
            for (var year : years) {
                long wrong = transactions.write(() -> recount(subject, year));
                if (wrong > 0) {
                    LOG.warn("{} counts of {} in {} were wrong and are put right", wrong, subject.code(), year);
                }
            }
        }
    }

    private long recount(Subject subject, int year) {
        return switch (subject) {
            case PUBLIC -> statistics.recountPublic(subject.code(), year);
            case FILING -> statistics.recountFilings(subject.code(), year);
            case UPDATE -> statistics.recountUpdates(subject.code(), year);
            case RECOGNITION -> statistics.recountRecognitions(subject.code(), year);
        };
    }
}
