package org.tongban.filing.statistic;

import jakarta.inject.Singleton;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;
import org.tongban.filing.StatisticDeclarations;

/** Moves changes of counts into the counters, so that whoever asks adds few (PF-72). */
@Singleton
class FoldCounts implements TaskBody {
    private static final int BATCH = 5_000;

    private final StatisticRepository statistics;
    private final Transactions transactions;

    FoldCounts(StatisticRepository statistics, Transactions transactions) {
        this.statistics = statistics;
        this.transactions = transactions;
    }

    @Override
    public String task() {
        return StatisticDeclarations.FOLD;
    }

    @Override
    public void run() {
        long taken;
        do {
            taken = transactions.write(() -> statistics.fold(BATCH));
        } while (taken == BATCH);
    }
}
