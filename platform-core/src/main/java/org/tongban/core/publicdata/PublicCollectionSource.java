package org.tongban.core.publicdata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

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
     * What reads the tables of counts that anyone may read, from counters that are kept, never by counting at the time of
     * asking; empty where the collection has none.
     */
    default Optional<Supplier<List<PublicStatistic>>> statistics() {
        return Optional.empty();
    }
}
