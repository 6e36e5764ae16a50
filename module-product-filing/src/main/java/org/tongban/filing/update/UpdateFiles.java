package org.tongban.filing.update;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Documents;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Violation;
import org.tongban.filing.file.HeldFiles;

/** The files of an update; pictures that the product has already may be named again. */
@Singleton
class UpdateFiles {
    /** The kind of record that holds them. */
    static final String RECORD = "product-filing/update";

    private final HeldFiles held;
    private final Files files;

    UpdateFiles(HeldFiles held, Files files) {
        this.held = held;
        this.files = files;
    }

    void keep(Caller caller, ProductUpdate before, JsonNode after, Set<UUID> ofProduct) {
        held.keep(
                caller,
                record(before.id()),
                UpdateDocument.files(Documents.read(before.document())),
                UpdateDocument.files(after),
                ofProduct);
    }

    /** What is wrong with the files of a submission, at their fields. */
    List<Violation> check(Caller caller, UUID id, JsonNode document, Set<UUID> ofProduct) {
        return held.check(caller, record(id), UpdateDocument.files(document), ofProduct);
    }

    void seal(UUID id, JsonNode document, Set<UUID> ofProduct) {
        held.seal(record(id), UpdateDocument.files(document), ofProduct);
    }

    /** Deletes those of an update that is given up. */
    void discard(UUID id) {
        files.discard(record(id));
    }

    private static RecordRef record(UUID id) {
        return new RecordRef(RECORD, id);
    }
}
