package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;

/** Spells the names that were public before names were suggested, which no statement of a migration can (PF-70). */
@Singleton
class SpellNames implements TaskBody {
    static final String TASK = "product-filing.spell-names";
    private static final int BATCH = 200;

    private final SuggestedNames names;
    private final Transactions transactions;

    SpellNames(SuggestedNames names, Transactions transactions) {
        this.names = names;
        this.transactions = transactions;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        while (transactions.write(() -> names.spell(BATCH)) == BATCH) {
            // The next batch, in a transaction of its own.
        }
    }
}
