package org.tongban.identity.manual;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.identity.IdentityModule;

/** An enrolment is its applicant's alone; its images are for the officers of its place too (CO-28, CO-36). */
@Singleton
class ManualAccess implements Ownership, FileAccess {
    private final ManualRepository repository;
    private final ManualEnrolments enrolments;

    ManualAccess(ManualRepository repository, ManualEnrolments enrolments) {
        this.repository = repository;
        this.enrolments = enrolments;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return lock ? repository.lockedVersion(id, caller.account()) : repository.version(id, caller.account());
    }

    @Override
    public String recordType() {
        return ManualEnrolments.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return enrolments
                .find(record)
                .filter(enrolment -> enrolment.account().equals(caller.account())
                        || (caller.may(IdentityModule.REVIEW)
                                && caller.reaches(enrolment.document().region())))
                .isPresent();
    }
}
