package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import org.tongban.core.identifier.Folding;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Columns;
import org.tongban.core.web.Transactions;

/** Has patents found by their units as the folding of today folds them, where an earlier version of it did (PF-22). */
@Singleton
class FoldPatents implements TaskBody {
    static final String TASK = "product-filing.fold-patents";
    private static final int BATCH = 200;

    private final PatentRepository patents;
    private final Transactions transactions;

    FoldPatents(PatentRepository patents, Transactions transactions) {
        this.patents = patents;
        this.transactions = transactions;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        while (transactions.write(this::fold) == BATCH) {
            // The next batch, in a transaction of its own.
        }
    }

    private int fold() {
        var version = Folding.searchVersion();
        var old = patents.lockFoldedBefore(version, BATCH);
        patents.fold(Columns.of(old, UnitPatent::id), Columns.of(old, RegistryRows::searchText), version);
        return old.size();
    }
}
