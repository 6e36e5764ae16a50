package org.tongban.filing.verification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Documents;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Violation;

/** The files of a verification (PF-6): a draft takes those it names, the submission seals them. */
@Singleton
class VerificationFiles {
    /** The kind of record that holds them. */
    static final String RECORD = "product-filing/verification";

    private static final String SLOT = "product-filing/certificate";
    private static final List<String> FIELDS = List.of("certificate", "commitment", "nameChangeProof");

    private final Files files;

    VerificationFiles(Files files) {
        this.files = files;
    }

    static RecordRef record(UUID id) {
        return new RecordRef(RECORD, id);
    }

    /**
     * Takes what the new document names and gives back what it names no more.
     *
     * @param elsewhere what the unit's approved verification holds, which a change may name again
     */
    void keep(Caller caller, UUID id, JsonNode before, JsonNode after, Set<UUID> elsewhere) {
        var wrong = wrong(caller, id, after, elsewhere);
        files.refuseTaken(List.copyOf(wrong.values()));
        var now = named(after);
        now.keySet().removeAll(wrong.keySet());
        now.values().removeAll(elsewhere);
        files.attach(Set.copyOf(now.values()), record(id));
        var dropped = new ArrayList<>(named(before).values());
        dropped.removeAll(named(after).values());
        dropped.removeAll(elsewhere);
        files.release(Set.copyOf(dropped), record(id));
    }

    /** What is wrong with the files of a submission, at their fields. */
    List<Violation> check(Caller caller, UUID id, JsonNode document, Set<UUID> elsewhere) {
        return List.copyOf(wrong(caller, id, document, elsewhere).values());
    }

    /** Makes them immutable. */
    void seal(UUID id) {
        files.seal(record(id));
    }

    /** Deletes those of a draft that is given up. */
    void discard(UUID id) {
        files.discard(record(id));
    }

    /** The files that a document names. */
    static Set<UUID> of(String document) {
        return Set.copyOf(named(Documents.read(document)).values());
    }

    private Map<String, Violation> wrong(Caller caller, UUID id, JsonNode document, Set<UUID> elsewhere) {
        var wrong = new HashMap<String, Violation>();
        named(document).forEach((field, file) -> {
            if (!elsewhere.contains(file)) {
                files.unattachable(caller, Set.of(file), SLOT, record(id))
                        .values()
                        .forEach(violation -> wrong.put(field, violation.under("/" + field)));
            }
        });
        return wrong;
    }

    private static Map<String, UUID> named(JsonNode document) {
        var named = new HashMap<String, UUID>();
        for (var field : FIELDS) {
            if (document.hasNonNull(field)) {
                id(document.path(field).asText(), field, named);
            }
        }
        return named;
    }

    /** A draft may name what is no id. */
    private static void id(String text, String field, Map<String, UUID> named) {
        try {
            named.put(field, UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            named.remove(field);
        }
    }
}
