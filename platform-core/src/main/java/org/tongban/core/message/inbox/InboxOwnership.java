package org.tongban.core.message.inbox;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A message is there for the account it went to (CO-38). */
@Singleton
class InboxOwnership implements Ownership {
    private final InboxRepository repository;

    InboxOwnership(InboxRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return repository.find(id, caller.account()).map(found -> 0L);
    }
}
