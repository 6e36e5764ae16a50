package org.tongban.core.reference;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;

/** Puts the rows of a newer file in place of a set's present edition (CO-70). */
@Singleton
class ImportReference {
    private final ReferenceEditions editions;
    private final BusinessClock clock;

    ImportReference(ReferenceEditions editions, BusinessClock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /** What an import did: how many codes there are, and how many came, differ, or ended by it. */
    record Outcome(int entries, int added, int changed, int ended) {}

    /**
     * Replaces the set's edition in the transaction under way. No code is ever taken away, for some record may have it: one
     * that the file no longer holds ends today. The same file once more changes nothing.
     */
    Outcome replace(String set, List<ReferenceRow> rows) {
        var before = Objects.requireNonNull(editions.lock().get(set));
        var given = rows.stream().collect(Collectors.toMap(ReferenceRow::code, Function.identity()));
        var after = new ArrayList<ReferenceEntry>();
        rows.forEach(row -> after.add(entry(row, before.find(row.code()).orElse(null))));
        var today = clock.today();
        before.entries().stream()
                .filter(entry -> !given.containsKey(entry.code()))
                .map(entry -> entry.endedOn() == null ? entry.endedOn(today) : entry)
                .forEach(after::add);
        var outcome = outcome(before, after);
        if (!after.equals(before.entries())) {
            editions.put(set, after);
        }
        return outcome;
    }

    /** A file without English names takes none away from a code whose Chinese name stays. */
    private static ReferenceEntry entry(ReferenceRow row, @Nullable ReferenceEntry before) {
        var en = row.nameEn();
        if (en == null) {
            en = before != null && before.title().zh().equals(row.name())
                    ? before.title().en()
                    : row.name();
        }
        var title = new Title(row.name(), en);
        return new ReferenceEntry(
                row.code(), title, row.parent(), row.regulated(), row.certified(), false, row.ended());
    }

    private static Outcome outcome(ReferenceSet before, List<ReferenceEntry> after) {
        var added = 0;
        var changed = 0;
        var ended = 0;
        for (var entry : after) {
            var old = before.find(entry.code()).orElse(null);
            if (old == null) {
                added++;
            } else if (old.endedOn() == null && entry.endedOn() != null) {
                ended++;
            } else if (!old.equals(entry)) {
                changed++;
            }
        }
        return new Outcome(after.size(), added, changed, ended);
    }

    /** The parts of an outcome as an audit record keeps them. */
    static Map<String, Object> digest(String set, Outcome outcome) {
        return Map.of("set", set, "added", outcome.added(), "changed", outcome.changed(), "ended", outcome.ended());
    }
}
