package org.tongban.identity.handler;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.AccountTakenOver;
import org.tongban.core.event.EventHandler;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.organisation.OrganisationAccounts;

/** A person whom an organisation registered becomes its handler with the first whole sign-in (ID-6). */
@Singleton
class ActivateHandler implements EventHandler<AccountTakenOver> {
    private final LinkRepository links;
    private final HandlerLinks handlerLinks;
    private final OrganisationAccounts organisations;

    ActivateHandler(LinkRepository links, HandlerLinks handlerLinks, OrganisationAccounts organisations) {
        this.links = links;
        this.handlerLinks = handlerLinks;
        this.organisations = organisations;
    }

    @Override
    public String subscriber() {
        return "identity.activate-handler";
    }

    @Override
    public Class<AccountTakenOver> payload() {
        return AccountTakenOver.class;
    }

    @Override
    public void handle(UUID event, UUID aggregate, AccountTakenOver payload) {
        var person = payload.person();
        if (person == null) {
            return;
        }
        for (var link : links.lockAwaiting(person)) {
            var account = organisations.of(link.organisation()).account();
            handlerLinks.activate(link, LinkMove.TAKE_OVER, IdentityActor.PERSON, account);
        }
    }
}
