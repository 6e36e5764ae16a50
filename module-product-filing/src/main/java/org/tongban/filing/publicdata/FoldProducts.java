package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import org.tongban.core.identifier.Folding;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Columns;
import org.tongban.core.web.Transactions;

/**
 * Indexes products anew whose texts were folded by an earlier version of the folding: a question of today is folded by
 * today's, and finds nothing else (PF-70). A row is done once it bears the version, so a run that was cut off goes on where
 * it was, and while two versions of the platform run at once the newer has the last word.
 */
@Singleton
class FoldProducts implements TaskBody {
    static final String TASK = "product-filing.fold-products";
    private static final int BATCH = 200;

    private final PublicProductRepository products;
    private final IndexProduct index;
    private final SuggestedNames names;
    private final Transactions transactions;

    FoldProducts(
            PublicProductRepository products, IndexProduct index, SuggestedNames names, Transactions transactions) {
        this.products = products;
        this.index = index;
        this.names = names;
        this.transactions = transactions;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        while (fold() == BATCH) {
            // The next batch, in transactions of its own.
        }
    }

    private int fold() {
        var old = transactions.read(() -> products.foldedBefore(Folding.searchVersion(), BATCH));
        keepNames(old);
        transactions.write(() -> {
            products.lock(Columns.of(old, FoldedRow::id)).forEach(index::index);
            return old.size();
        });
        return old.size();
    }

    /** Each name by itself: who files meanwhile holds two, and would wait for this while this waits for them. */
    private void keepNames(List<FoldedRow> old) {
        var changed = new LinkedHashSet<NameRow>();
        for (var row : old) {
            if (!Folding.search(row.name()).equals(row.nameKey())) {
                changed.add(new NameRow(row.name(), false));
            }
            if (!Folding.search(row.unitName()).equals(row.unitKey())) {
                changed.add(new NameRow(row.unitName(), true));
            }
        }
        changed.forEach(name -> transactions.write(() -> {
            names.fold(name);
            return name;
        }));
    }
}
