package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Violation;

/** The files by which units prove their licences; those of terms that are over stay with the patent (PF-21). */
@Singleton
class LicenceProofs {
    private static final String SLOT = "product-filing/pdf-20";

    private final Files files;

    LicenceProofs(Files files) {
        this.files = files;
    }

    /** What is wrong with a file as the proof. */
    List<Violation> check(Caller caller, UUID patent, UUID proof) {
        return files.unattachable(caller, Set.of(proof), SLOT, record(patent)).values().stream()
                .map(violation -> violation.under("/" + ManualPatent.PROOF))
                .toList();
    }

    /** Keeps a file with which nothing is wrong, for good. */
    void keep(UUID patent, UUID proof) {
        files.attach(Set.of(proof), record(patent));
        files.seal(record(patent));
    }

    private static RecordRef record(UUID patent) {
        return new RecordRef(AddPatent.RECORD, patent);
    }
}
