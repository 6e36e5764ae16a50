package org.tongban.filing.objection;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.Title;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.filing.ObjectionError;
import org.tongban.filing.file.HeldFiles;
import org.tongban.filing.file.HeldFiles.Use;

/** Takes the files of an objection and of a statement, which nobody changes from then on (CO-37). */
@Singleton
class ObjectionFiles {
    /** The kind of record that holds the evidence. */
    static final String RECORD = "product-filing/objection";
    /** The kind that holds the files of a statement, under the id of that. */
    static final String STATEMENT = "product-filing/objection-statement";

    private static final String EVIDENCE_FIELD = "evidence";
    private static final String EVIDENCE_SLOT = "product-filing/objection";
    private static final String STATEMENT_FIELD = "files";
    private static final String STATEMENT_SLOT = "product-filing/pdf-20";

    private static final Violation TWICE =
            new Violation("", "named-twice", new Title("同一文件只能列一次", "A file may be named once only"));

    private final Files files;

    ObjectionFiles(Files files) {
        this.files = files;
    }

    /** The evidence in the order in which it was named: the first is material 1. */
    static List<UUID> evidence(JsonNode document) {
        return uses(document, EVIDENCE_FIELD, EVIDENCE_SLOT).stream()
                .map(Use::file)
                .toList();
    }

    /**
     * Gives the evidence to an objection.
     *
     * @param holder whose proof the files were uploaded by
     */
    void takeEvidence(UUID holder, JsonNode document, UUID objection) {
        take(holder, uses(document, EVIDENCE_FIELD, EVIDENCE_SLOT), EVIDENCE_SLOT, new RecordRef(RECORD, objection));
    }

    /** Gives the files of a statement to it. */
    void takeStatement(UUID account, JsonNode document, UUID statement) {
        take(
                account,
                uses(document, STATEMENT_FIELD, STATEMENT_SLOT),
                STATEMENT_SLOT,
                new RecordRef(STATEMENT, statement));
    }

    private static List<Use> uses(JsonNode document, String field, String slot) {
        return Use.in(document, field, slot, "");
    }

    private void take(UUID uploader, List<Use> uses, String slot, RecordRef record) {
        var ids = HeldFiles.of(uses);
        var found = files.unattachable(uploader, ids, slot, record);
        var wrong = new ArrayList<Violation>();
        var named = new HashSet<UUID>();
        for (var use : uses) {
            var violation = named.add(use.file()) ? found.get(use.file()) : TWICE;
            if (violation != null) {
                wrong.add(violation.under(use.pointer()));
            }
        }
        if (!wrong.isEmpty()) {
            throw DomainException.of(ObjectionError.OBJECTION_REFUSED, wrong);
        }
        files.attach(ids, record);
        files.seal(record);
    }
}
