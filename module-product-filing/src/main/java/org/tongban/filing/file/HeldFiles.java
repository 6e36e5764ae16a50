package org.tongban.filing.file;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Violation;

/**
 * Gives records the files that their documents name (CO-36, CO-37): a draft holds what it can, so that nothing is swept
 * while somebody works on it; a submission demands all of them and seals them.
 */
@Singleton
public class HeldFiles {
    private final Files files;

    HeldFiles(Files files) {
        this.files = files;
    }

    /**
     * A file that a field of a document names.
     *
     * @param field the field, whose files are counted together
     * @param pointer where it stands, for violations
     */
    public record Use(String field, String slot, String pointer, UUID file) {
        /** Those of a field, which names one file or a list of them; what is no id is left to the form's schema. */
        public static List<Use> in(JsonNode document, String field, String slot, String prefix) {
            var value = document.path(field);
            var pointer = prefix + "/" + field;
            var uses = new ArrayList<Use>();
            if (value.isArray()) {
                for (var i = 0; i < value.size(); i++) {
                    add(uses, pointer, slot, pointer + "/" + i, value.get(i));
                }
            } else {
                add(uses, pointer, slot, pointer, value);
            }
            return uses;
        }

        private static void add(List<Use> uses, String field, String slot, String pointer, JsonNode value) {
            if (!value.isTextual()) {
                return;
            }
            try {
                uses.add(new Use(field, slot, pointer, UUID.fromString(value.textValue())));
            } catch (IllegalArgumentException noId) {
                // The form's schema says so.
            }
        }
    }

    /** The files of a document. */
    public static Set<UUID> of(List<Use> uses) {
        return uses.stream().map(Use::file).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Takes what the new document names, as far as the caller may give it, and gives back what it names no more; a file of
     * another record is refused.
     *
     * @param elsewhere files of another record of the same owner, which may be named here as well
     */
    public void keep(Caller caller, RecordRef record, List<Use> before, List<Use> now, Set<UUID> elsewhere) {
        var wrong = wrong(caller, record, now, elsewhere);
        files.refuseTaken(List.copyOf(wrong.values()));
        var taken = of(now.stream().filter(use -> !wrong.containsKey(use)).toList());
        taken.removeAll(elsewhere);
        files.attach(taken, record);
        var dropped = of(before);
        dropped.removeAll(of(now));
        dropped.removeAll(elsewhere);
        files.release(dropped, record);
    }

    /** What is wrong with the files of a submission, at their fields. */
    public List<Violation> check(Caller caller, RecordRef record, List<Use> uses, Set<UUID> elsewhere) {
        return List.copyOf(wrong(caller, record, uses, elsewhere).values());
    }

    /** Gives all files to the record and makes them immutable. */
    public void seal(RecordRef record, List<Use> uses, Set<UUID> elsewhere) {
        var own = of(uses);
        own.removeAll(elsewhere);
        files.attach(own, record);
        files.seal(record);
    }

    private Map<Use, Violation> wrong(Caller caller, RecordRef record, List<Use> uses, Set<UUID> elsewhere) {
        var wrong = new LinkedHashMap<Use, Violation>();
        var fields = uses.stream()
                .filter(use -> !elsewhere.contains(use.file))
                .collect(Collectors.groupingBy(Use::field, LinkedHashMap::new, Collectors.toList()));
        var asked = List.copyOf(fields.values());
        var found = files.unattachable(
                caller,
                asked.stream()
                        .map(field -> new Files.Field(field.getFirst().slot, of(field)))
                        .toList(),
                record);
        for (int i = 0; i < asked.size(); i++) {
            for (var use : asked.get(i)) {
                var violation = found.get(i).get(use.file);
                if (violation != null) {
                    wrong.put(use, violation.under(use.pointer));
                }
            }
        }
        return wrong;
    }
}
