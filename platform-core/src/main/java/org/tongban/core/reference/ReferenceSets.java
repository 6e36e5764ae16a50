package org.tongban.core.reference;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.ReferenceLookup;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;

/**
 * The reference sets that forms and searches know (CO-70, Fields 8): those shipped, and in place of them the editions that
 * administrators imported, on every node within a second. Thread-safe.
 */
@Singleton
public class ReferenceSets implements ReferenceLookup {
    private final Supplier<Map<String, ReferenceSet>> sets;

    /** The sets as they are shipped, for declarations, which know no database; a row that cannot be right stops the start. */
    public ReferenceSets() {
        sets = ShippedSets::all;
    }

    @Inject
    ReferenceSets(ReferenceEditions editions) {
        sets = editions::inForce;
    }

    /** The names of all sets. */
    public Set<String> names() {
        return sets.get().keySet();
    }

    /** Whether the set exists and holds the code, ended or not. */
    public boolean contains(String set, String code) {
        return find(set, code).isPresent();
    }

    /**
     * Whether the code can be chosen: the set holds it, it has not ended, and it is at that depth of its tree from 1 on
     * where a level is given.
     */
    @Override
    public boolean holds(String set, @Nullable Integer level, String code) {
        var known = sets.get().get(set);
        return known != null
                && known.find(code)
                        .filter(entry -> entry.endedOn() == null)
                        .filter(entry -> level == null || level == known.level(entry))
                        .isPresent();
    }

    /** The title of a code, ended or not. */
    public Optional<Title> title(String set, String code) {
        return find(set, code).map(ReferenceEntry::title);
    }

    /** What stands beside a code where a record is read: its title, or the code itself where no set knows it any more. */
    public String name(String set, String code, Language language) {
        return title(set, code).map(title -> title.in(language)).orElse(code);
    }

    /** The entry of a code, ended or not. */
    public Optional<ReferenceEntry> find(String set, String code) {
        return Optional.ofNullable(sets.get().get(set)).flatMap(known -> known.find(code));
    }

    /**
     * Entries that can be chosen, in the order of the set; none where there is no such set.
     *
     * @param parent only those right below this code; {@code ""} for the top, null for every level
     * @param keyword only those whose code begins with it or whose title holds it, folded; null for all
     */
    public List<ReferenceEntry> list(String set, @Nullable String parent, @Nullable String keyword) {
        var known = sets.get().get(set);
        return known == null ? List.of() : known.list(parent, keyword, false);
    }

    Optional<ReferenceSet> set(String name) {
        return Optional.ofNullable(sets.get().get(name));
    }
}
