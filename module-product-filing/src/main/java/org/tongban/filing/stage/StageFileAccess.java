package org.tongban.filing.stage;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;
import org.tongban.filing.ProductFilingModule;

/** The files of an answer are for its unit, and for the staff who asked. */
@Singleton
class StageFileAccess implements FileAccess {
    private final StageAnswerOwnership ownership;

    StageFileAccess(StageAnswerOwnership ownership) {
        this.ownership = ownership;
    }

    @Override
    public String recordType() {
        return StageViews.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return ownership.version(caller, record, false).isPresent()
                || (caller.may(ProductFilingModule.MANAGE_ROUNDS) && caller.reaches(null));
    }
}
