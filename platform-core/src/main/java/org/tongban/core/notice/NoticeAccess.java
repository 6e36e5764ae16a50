package org.tongban.core.notice;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.module.CoreModule;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A notice is for those who write notices; its files are everybody's as long as the notice is shown (CO-34b). */
@Singleton
class NoticeAccess implements Ownership, FileAccess {
    static final String RECORD = "platform/notice";

    private final NoticeRepository repository;
    private final BusinessClock clock;

    NoticeAccess(NoticeRepository repository, BusinessClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return lock ? repository.lock(id) : repository.version(id);
    }

    @Override
    public String recordType() {
        return RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return caller.may(CoreModule.NOTICES) || isPublic(record, file);
    }

    @Override
    public boolean isPublic(UUID record, UUID file) {
        return repository
                .find(record)
                .filter(row -> row.isShown(clock.today()) && row.fileIds().contains(file))
                .isPresent();
    }
}
