package org.tongban.devloop;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state of a module's files at one moment.
 *
 * @param files what tells one state of a file from another, by file
 */
record Stamps(Map<Path, String> files) {
    /** The files that were added, changed or removed since. */
    Set<Path> changedSince(Stamps before) {
        var changed = new TreeSet<Path>();
        files.forEach((file, stamp) -> {
            if (!Objects.equals(before.files.get(file), stamp)) {
                changed.add(file);
            }
        });
        before.files.keySet().stream().filter(file -> !files.containsKey(file)).forEach(changed::add);
        return changed;
    }
}
