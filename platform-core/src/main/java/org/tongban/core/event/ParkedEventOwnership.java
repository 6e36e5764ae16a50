package org.tongban.core.event;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** Events belong to no region: only who operates the whole installation reaches them (CO-28). */
@Singleton
public class ParkedEventOwnership implements Ownership {
    private final HeldEventRepository repository;

    ParkedEventOwnership(HeldEventRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return caller.reaches(null) ? repository.find(id).map(held -> (long) held.failures()) : Optional.empty();
    }
}
