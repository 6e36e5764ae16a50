package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.page.Cursor;
import org.tongban.filing.page.Slice;

/** Lists the unit's products by tab, the newest first (PF-30). */
@Singleton
class ListProducts {
    private static final String ANY = "%";
    private static final UUID ABOVE_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final ProductRepository products;

    ListProducts(ProductRepository products) {
        this.products = products;
    }

    /** @param state the tab; null for all */
    Slice<ProductRow> list(UUID unit, @Nullable ProductState state, @Nullable Cursor cursor, int limit) {
        var tab = state == null ? ANY : state.name();
        var key = cursor == null
                ? ABOVE_ALL
                : Submission.id(cursor.key()).orElseThrow(() -> DomainException.of(CoreError.BAD_CURSOR));
        var read = Cursor.isOnwards(cursor)
                ? products.onwards(unit, tab, key, limit + 1)
                : products.backwards(unit, tab, key, limit + 1);
        return Slice.of(read, limit, cursor, row -> row.id().toString());
    }
}
