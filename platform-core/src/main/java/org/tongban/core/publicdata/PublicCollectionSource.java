package org.tongban.core.publicdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a public collection's content comes from; one bean for each declared collection. It is called inside a read-only
 * transaction. Thread-safe.
 */
public interface PublicCollectionSource {
    /** The id of the {@link PublicCollection} it serves. */
    String collection();

    /**
     * One page of what matches, best or newest first; never a record that is not public.
     *
     * @throws org.tongban.core.web.DomainException with {@code CoreError.BAD_CURSOR} where the cursor is none of its own
     */
    PublicPage search(PublicQuery query);

    /** The record with its sections; empty where it does not exist or is not public. */
    Optional<PublicRecord> find(UUID id);

    /** Counts by state code for the home page. */
    Map<String, Long> counts();

    /**
     * Names that begin as typed, in characters or as they are spelled, at most {@link PublicSuggestion#MOST}; none where the
     * collection has none to offer.
     *
     * @param begun not blank
     */
    default List<PublicSuggestion> suggestions(String begun) {
        return List.of();
    }

    /** Names that sound like a text which found nothing, as the suggestions otherwise. */
    default List<PublicSuggestion> alike(String text) {
        return List.of();
    }

    /**
     * The marks behind which the parts of a list of all records begin, each of so many records (PO-6), as {@link #part} goes
     * on behind them: {@value PublicCollections#MARK}. Where nothing else is said they are cursors of the search for
     * everything, which is read from end to end to find them. A crawler may ask as often as it likes, so a collection of many
     * thousands says them without that, as by a sample of ids that is kept.
     */
    default List<String> parts(int size) {
        var marks = new ArrayList<String>();
        var listed = 0;
        String cursor = null;
        do {
            var page = search(new PublicQuery("", Map.of(), cursor, Math.min(size - listed, PublicQuery.MOST), false));
            listed += page.items().size();
            cursor = page.nextCursor();
            if (listed == size && cursor != null) {
                marks.add(cursor);
                listed = 0;
            }
        } while (cursor != null);
        return marks;
    }

    /**
     * The part of the list of all records behind a mark, null for the first.
     *
     * @throws org.tongban.core.web.DomainException with {@code CoreError.BAD_CURSOR} where the mark is none of its own
     */
    default List<PublicAddress> part(@Nullable String after, int size) {
        var addresses = new ArrayList<PublicAddress>();
        var cursor = after;
        do {
            var most = Math.min(size - addresses.size(), PublicQuery.MOST);
            var page = search(new PublicQuery("", Map.of(), cursor, most, false));
            page.items().forEach(record -> addresses.add(new PublicAddress(record.id(), record.changedAt())));
            cursor = page.nextCursor();
        } while (cursor != null && addresses.size() < size);
        return addresses;
    }

    /** Of what is shown for a limited time that which ends first, as in lists (PO-1). */
    default List<PublicRecord> ending(int most) {
        return List.of();
    }

    /**
     * What reads the tables of counts that anyone may read, from counters that are kept, never by counting at the time of
     * asking; empty where the collection has none.
     */
    default Optional<Supplier<List<PublicStatistic>>> statistics() {
        return Optional.empty();
    }
}
