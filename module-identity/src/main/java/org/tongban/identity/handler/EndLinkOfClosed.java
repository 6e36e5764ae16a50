package org.tongban.identity.handler;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.AccountClosed;
import org.tongban.core.event.EventHandler;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.person.People;
import org.tongban.identity.person.Person;

/** An organisation that has closed its account has no handler any more (ID-8). */
@Singleton
class EndLinkOfClosed implements EventHandler<AccountClosed> {
    private final HandlerLinks links;
    private final People people;

    EndLinkOfClosed(HandlerLinks links, People people) {
        this.links = links;
        this.people = people;
    }

    @Override
    public String subscriber() {
        return "identity.end-link-of-closed";
    }

    @Override
    public Class<AccountClosed> payload() {
        return AccountClosed.class;
    }

    @Override
    public void handle(UUID event, UUID aggregate, AccountClosed payload) {
        var organisation = payload.organisation();
        if (organisation == null || !payload.realm().equals(IdentityRealms.ORGANISATION)) {
            return;
        }
        // The organisation may have another account by now, and that one a handler.
        var present =
                links.lockPresent(organisation).filter(link -> !link.linkedAt().isAfter(payload.at()));
        present.ifPresent(link -> {
            var person = people.find(link.person()).map(Person::account).orElse(null);
            links.end(link, LinkMove.CLOSE, IdentityActor.PLATFORM, null, person);
        });
    }
}
