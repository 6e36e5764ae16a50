package org.tongban.core.message.deadletter;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.message.Message;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** Messages belong to no region: only who operates the whole installation reaches them (CO-28). */
@Singleton
public class DeadLetterOwnership implements Ownership {
    private final DeadLetterRepository repository;

    DeadLetterOwnership(DeadLetterRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return reaches(caller) ? repository.find(id).map(Message::attempts).map(Integer::longValue) : Optional.empty();
    }

    static boolean reaches(Caller caller) {
        return caller.region() == null;
    }
}
