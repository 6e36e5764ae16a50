package org.tongban.identity.person;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.AccountClosed;
import org.tongban.core.event.EventHandler;
import org.tongban.identity.IdentityRealms;

/** A person whose account was closed is no longer found; its number stays taken for a while (ID-3). */
@Singleton
class NoteClosedPerson implements EventHandler<AccountClosed> {
    private final PersonRepository repository;

    NoteClosedPerson(PersonRepository repository) {
        this.repository = repository;
    }

    @Override
    public String subscriber() {
        return "identity.note-closed-person";
    }

    @Override
    public Class<AccountClosed> payload() {
        return AccountClosed.class;
    }

    @Override
    public void handle(UUID event, UUID aggregate, AccountClosed payload) {
        if (payload.realm().equals(IdentityRealms.PERSON)) {
            repository.close(payload.account(), payload.at());
        }
    }
}
