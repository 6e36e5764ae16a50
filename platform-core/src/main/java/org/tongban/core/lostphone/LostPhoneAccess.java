package org.tongban.core.lostphone;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.module.CoreModule;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** Requests for another phone, and their documents, are there for staff of the whole country who decide them (CO-28). */
@Singleton
class LostPhoneAccess implements Ownership, FileAccess {
    private final LostPhoneRepository repository;

    LostPhoneAccess(LostPhoneRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return repository.lock(id).filter(found -> caller.reaches(null)).map(found -> 1L);
    }

    @Override
    public String recordType() {
        return LostPhoneViews.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return caller.may(CoreModule.ACCOUNTS) && caller.reaches(null);
    }
}
