package org.tongban.core.reference;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.ReferenceLookup;
import org.tongban.core.identifier.Folding;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;

/** The reference sets that forms and searches know (CO-70, Fields 8): shipped, unchanged after the start, thread-safe. */
@Singleton
public class ReferenceSets implements ReferenceLookup {
    private final Map<String, Map<String, ReferenceEntry>> sets;

    /** Reads the shipped sets; a row that cannot be right stops the start. */
    public ReferenceSets() {
        sets = new ShippedSets().read();
    }

    /** The names of all sets. */
    public Set<String> names() {
        return sets.keySet();
    }

    /** Whether the set exists and holds the code. */
    public boolean contains(String set, String code) {
        return find(set, code).isPresent();
    }

    /** Whether the set holds the code, at that depth of its tree from 1 on where a level is given. */
    @Override
    public boolean holds(String set, @Nullable Integer level, String code) {
        return find(set, code)
                .filter(entry -> level == null || level == depth(set, entry))
                .isPresent();
    }

    /** The title of a code. */
    public Optional<Title> title(String set, String code) {
        return find(set, code).map(ReferenceEntry::title);
    }

    /** The entry of a code. */
    public Optional<ReferenceEntry> find(String set, String code) {
        return Optional.ofNullable(sets.getOrDefault(set, Map.of()).get(code));
    }

    /**
     * Entries in the order of the set; none where there is no such set.
     *
     * @param parent only those right below this code; {@code ""} for the top, null for every level
     * @param keyword only those whose code begins with it or whose title holds it, folded; null for all
     */
    public List<ReferenceEntry> list(String set, @Nullable String parent, @Nullable String keyword) {
        var folded = keyword == null ? "" : Folding.search(keyword);
        return sets.getOrDefault(set, Map.of()).values().stream()
                .filter(entry -> parent == null || parent.equals(entry.parent() == null ? "" : entry.parent()))
                .filter(entry -> folded.isEmpty() || isFound(entry, folded))
                .toList();
    }

    private int depth(String set, ReferenceEntry entry) {
        return entry.parent() == null
                ? 1
                : 1 + depth(set, find(set, entry.parent()).orElseThrow());
    }

    private static boolean isFound(ReferenceEntry entry, String folded) {
        return Folding.search(entry.code()).startsWith(folded)
                || Folding.search(entry.title().in(Language.ZH)).contains(folded)
                || Folding.search(entry.title().in(Language.EN)).contains(folded);
    }
}
