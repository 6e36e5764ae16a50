package org.tongban.identity.manual;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** Gives the images that a document names to its record, for good (CO-37); joins the transaction under way. */
@Singleton
class ManualFiles {
    private final Files files;

    ManualFiles(Files files) {
        this.files = files;
    }

    /**
     * Takes the files of all fields, or none.
     *
     * @param uploader the account, or the holder that the proof stands for
     * @throws DomainException {@link CoreError#INVALID_INPUT} with each file that cannot be taken
     */
    void take(UUID uploader, ManualDocument document, UUID enrolment) {
        var record = new RecordRef(ManualEnrolments.RECORD, enrolment);
        var wrong = new ArrayList<Violation>();
        var all = new HashSet<UUID>();
        for (var field : document.kind().files()) {
            var named = named(document.json().path(field.name()), "/" + field.name());
            files.unattachable(uploader, named.keySet(), field.slot(), record)
                    .forEach((id, violation) -> wrong.add(violation.under(named.getOrDefault(id, ""))));
            all.addAll(named.keySet());
        }
        if (!wrong.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, wrong);
        }
        files.attach(all, record);
        files.seal(record);
    }

    /** The ids in a field, with where they stand. */
    private static Map<UUID, String> named(JsonNode value, String pointer) {
        var named = new LinkedHashMap<UUID, String>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                named.putIfAbsent(UUID.fromString(value.get(i).asText()), pointer + "/" + i);
            }
        } else {
            named.put(UUID.fromString(value.asText()), pointer);
        }
        return named;
    }
}
