package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.unit.FilingUnits;

/** Takes a patent that was added by hand off the unit's list, unless what is in review or filed is linked with it (PF-21). */
@Singleton
class DeletePatent {
    private final FilingUnits units;
    private final PatentRepository patents;
    private final Files files;
    private final AuditTrail audit;

    DeletePatent(FilingUnits units, PatentRepository patents, Files files, AuditTrail audit) {
        this.units = units;
        this.patents = patents;
        this.files = files;
        this.audit = audit;
    }

    /** The unit stays locked, as it does while a filing is handed in: no link comes in between. */
    void delete(Caller caller, UUID id) {
        var unit = units.lock(units.verified(caller).id()).id();
        var found = patents.ofId(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        if (found.source() != PatentSource.MANUAL) {
            throw DomainException.of(FilingError.PATENT_AUTOMATIC);
        }
        if (patents.isLinked(unit, id.toString())) {
            throw DomainException.of(FilingError.PATENT_LINKED);
        }
        patents.delete(id);
        files.discard(new RecordRef(AddPatent.RECORD, id));
        audit.record(AddPatent.RECORD, id, Map.of("patentNumber", found.number()));
    }
}
