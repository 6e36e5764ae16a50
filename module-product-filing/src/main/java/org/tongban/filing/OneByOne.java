package org.tongban.filing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tongban.core.web.Transactions;

/** How tasks go through many records: read in batches by their ids, each dealt with in a transaction of its own. */
@Singleton
public class OneByOne {
    /** How many are read at a time. */
    public static final int BATCH = 200;

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
        var after = FIRST;
        List<UUID> found;
        do {
            var from = after;
            found = transactions.read(() -> next.apply(from));
            for (var one : found) {
                transactions.write(() -> {
                    work.accept(one);
                    return one;
                });
                after = one;
            }
        } while (found.size() == BATCH);
    }
}
