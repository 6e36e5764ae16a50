package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of the list of all products begin (PO-6), by position, as whatever becomes public stands behind all that
 * was public before: a mark once found stays, and each time only what came behind the last is read. A node that begins
 * reads the index once from end to end. Thread-safe.
 */
@Singleton
class ListedParts {
    /** No position is below. */
    private static final UUID BEGIN = new UUID(0, 0);

    private final PublicProductRepository products;
    private volatile Known known = new Known(0, List.of());

    ListedParts(PublicProductRepository products) {
        this.products = products;
    }

    /** The part behind a mark, null for the first. */
    List<AddressRow> part(@Nullable UUID after, int size) {
        return products.addresses(after == null ? BEGIN : after, size);
    }

    /** The marks of parts of one size. */
    private record Known(int size, List<UUID> marks) {}

    /** The positions behind which the parts after the first begin, in the transaction under way. */
    List<UUID> marks(int size) {
        var before = known.size() == size ? known.marks() : List.<UUID>of();
        var behind = products.marks(before.isEmpty() ? BEGIN : before.getLast(), size - 1);
        if (behind.isEmpty()) {
            return before;
        }
        var marks = Stream.concat(before.stream(), behind.stream()).toList();
        // Of two who find the same at once either may be kept.
        known = new Known(size, marks);
        return marks;
    }
}
