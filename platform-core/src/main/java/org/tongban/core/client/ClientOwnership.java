package org.tongban.core.client;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** Clients belong to the installation: who may administer them reaches them all. */
@Singleton
class ClientOwnership implements Ownership {
    private final ClientRepository repository;

    ClientOwnership(ClientRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return lock ? repository.lock(id) : repository.version(id);
    }
}
