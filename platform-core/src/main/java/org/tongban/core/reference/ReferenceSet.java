package org.tongban.core.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.Folding;
import org.tongban.core.module.Language;

/** The entries of one set in their order, made ready for search. Never changed once made. */
final class ReferenceSet {
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** An entry with what it is searched by. */
    private record Line(ReferenceEntry entry, String code, String zh, String en) {
        static Line of(ReferenceEntry entry) {
            return new Line(
                    entry,
                    Folding.search(entry.code()),
                    Folding.search(entry.title().in(Language.ZH)),
                    Folding.search(entry.title().in(Language.EN)));
        }

        boolean isFound(String folded) {
            return code.startsWith(folded) || zh.contains(folded) || en.contains(folded);
        }
    }

    ReferenceSet(Collection<ReferenceEntry> entries) {
        for (var entry : entries) {
            if (lines.put(entry.code(), Line.of(entry)) != null) {
                throw new IllegalStateException("%s stands twice".formatted(entry.code()));
            }
        }
        for (var entry : entries) {
            if (entry.parent() != null && !lines.containsKey(entry.parent())) {
                throw new IllegalStateException("%s stands below no code".formatted(entry.code()));
            }
        }
    }

    Optional<ReferenceEntry> find(String code) {
        return Optional.ofNullable(lines.get(code)).map(Line::entry);
    }

    List<ReferenceEntry> entries() {
        return lines.values().stream().map(Line::entry).toList();
    }

    /** The depth of an entry, 1 at the top. */
    int level(ReferenceEntry entry) {
        return above(entry).size() + 1;
    }

    /** The entries above this one, the nearest first. */
    List<ReferenceEntry> above(ReferenceEntry entry) {
        var above = new ArrayList<ReferenceEntry>();
        for (var at = parent(entry); at != null; at = parent(at)) {
            above.add(at);
        }
        return above;
    }

    private @Nullable ReferenceEntry parent(ReferenceEntry entry) {
        return entry.parent() == null ? null : find(entry.parent()).orElseThrow();
    }

    /**
     * Entries in the order of the set.
     *
     * @param parent only those right below this code; {@code ""} for the top, null for every level
     * @param keyword only those whose code begins with it or whose title holds it, folded; null for all
     * @param ended whether those that have ended are among them
     */
    List<ReferenceEntry> list(@Nullable String parent, @Nullable String keyword, boolean ended) {
        var folded = keyword == null ? "" : Folding.search(keyword);
        return lines.values().stream()
                .filter(line -> ended || line.entry().endedOn() == null)
                .filter(line -> parent == null
                        || parent.equals(
                                line.entry().parent() == null
                                        ? ""
                                        : line.entry().parent()))
                .filter(line -> folded.isEmpty() || line.isFound(folded))
                .map(Line::entry)
                .toList();
    }
}
