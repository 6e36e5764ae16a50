package org.tongban.core.review.cases;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A case exists for whoever may review its type, in their region (CO-28, CO-46); so do the files it was given itself. */
@Singleton
public class CaseAccess implements Ownership, FileAccess {
    /** The kind of record that takes the files of a re-examination. */
    public static final String RECORD = "platform/review";

    private final CaseRepository repository;
    private final CaseTypes types;

    CaseAccess(CaseRepository repository, CaseTypes types) {
        this.repository = repository;
        this.types = types;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var key = lock ? repository.lock(id) : repository.key(id);
        return key.filter(found -> reaches(caller, found)).map(CaseKey::version);
    }

    private boolean reaches(Caller caller, CaseKey found) {
        return types.mayLook(caller, found.type())
                && caller.reaches(found.region())
                && !found.isAgainst(caller.organisation());
    }

    @Override
    public String recordType() {
        return RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return repository
                .key(record)
                .filter(found -> found.isOf(caller.account()) || reaches(caller, found))
                .isPresent();
    }
}
