package org.tongban.core.review.cases;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A case is the applicant's who submitted it; a correction once it is confirmed (CO-46). */
@Singleton
public class MyCaseAccess implements Ownership {
    private final CaseRepository repository;

    MyCaseAccess(CaseRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var key = lock ? repository.lock(id) : repository.key(id);
        return key.filter(found -> found.isOf(caller.account()))
                .filter(found -> CaseKind.of(found.kind()) != CaseKind.CORRECTION
                        || CaseState.of(found.state()) == CaseState.APPROVED)
                .map(CaseKey::version);
    }
}
