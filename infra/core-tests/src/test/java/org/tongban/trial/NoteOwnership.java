package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A note is its writer's. */
@Singleton
class NoteOwnership implements Ownership {
    private final NoteRepository notes;

    NoteOwnership(NoteRepository notes) {
        this.notes = notes;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return lock ? notes.lock(id, caller.account()) : notes.version(id, caller.account());
    }
}
