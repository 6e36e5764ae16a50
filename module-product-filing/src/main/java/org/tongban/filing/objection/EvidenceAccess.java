package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;

/** The evidence is for the officers alone: its unit sees what they let it see, without names (PF-61). */
@Singleton
class EvidenceAccess implements FileAccess {
    private final ObjectionStaffOwnership ownership;

    EvidenceAccess(ObjectionStaffOwnership ownership) {
        this.ownership = ownership;
    }

    @Override
    public String recordType() {
        return ObjectionFiles.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return ownership.version(caller, record, false).isPresent();
    }
}
