package org.tongban.filing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.web.Transactions;

/** How tasks go through many records: read in batches by their ids, each dealt with in a transaction of its own or a batch. */
@Singleton
public class OneByOne {
    /** How many are read at a time: what a batch costs by itself is then little for each. */
    public static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);
    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;

    OneByOne(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Goes through them. What comes to match while it goes on, behind the place where it is, waits for the next time.
     *
     * @param next the next {@link #BATCH} that match behind an id, in the order of ids
     * @param work on one of them, in its transaction; it looks again whether it still matches
     */
    public void each(Function<UUID, List<UUID>> next, Consumer<UUID> work) {
        batches(next, found -> found.forEach(one -> write(() -> work.accept(one))));
    }

    /**
     * What is to be done with many records.
     *
     * @param next the next {@link #BATCH} that match behind an id, in the order of ids
     * @param work on a batch of them, in its transaction; it looks again which still match
     */
    public record Stage(Function<UUID, List<UUID>> next, Consumer<List<UUID>> work) {}

    /**
     * Does one thing after the other, a batch in a transaction. Where a batch fails, each of its records is tried alone: one
     * that cannot be dealt with keeps no other from it.
     *
     * @throws RuntimeException the first failure, once all is done that could be
     */
    public void batches(List<Stage> stages) {
        var failed = new Failures();
        for (var stage : stages) {
            batches(stage.next(), found -> work(found, stage.work(), failed));
        }
        failed.raise();
    }

    private void work(List<UUID> found, Consumer<List<UUID>> work, Failures failed) {
        try {
            write(() -> work.accept(found));
        } catch (RuntimeException together) {
            LOG.warn("A batch of {} failed; its records are tried one by one", found.size(), together);
            for (var one : found) {
                try {
                    write(() -> work.accept(List.of(one)));
                } catch (RuntimeException alone) {
                    LOG.warn("The record {} is left out", one);
                    failed.add(alone);
                }
            }
        }
    }

    private void batches(Function<UUID, List<UUID>> next, Consumer<List<UUID>> work) {
        var after = FIRST;
        List<UUID> found;
        do {
            var from = after;
            found = transactions.read(() -> next.apply(from));
            if (!found.isEmpty()) {
                work.accept(found);
                after = found.getLast();
            }
        } while (found.size() == BATCH);
    }

    private void write(Runnable work) {
        transactions.write(() -> {
            work.run();
            return true;
        });
    }

    /** The first of the failures: the others are in the log. */
    private static final class Failures {
        private @Nullable RuntimeException first;

        void add(RuntimeException failure) {
            if (first == null) {
                first = failure;
            }
        }

        void raise() {
            if (first != null) {
                throw first;
            }
        }
    }
}
