package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;

/** The files of a statement are for the unit that gave it and for the officers. */
@Singleton
class StatementAccess implements FileAccess {
    private final ObjectionRepository objections;
    private final ObjectionOwnership ownership;
    private final ObjectionStaffOwnership staff;

    StatementAccess(ObjectionRepository objections, ObjectionOwnership ownership, ObjectionStaffOwnership staff) {
        this.objections = objections;
        this.ownership = ownership;
        this.staff = staff;
    }

    @Override
    public String recordType() {
        return ObjectionFiles.STATEMENT;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return objections
                .ofStatement(record)
                .filter(found -> staff.mayHandle(caller, found)
                        || ownership.version(caller, found.id(), false).isPresent())
                .isPresent();
    }
}
