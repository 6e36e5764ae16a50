package org.tongban.identity.handler;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.organisation.OrganisationAccounts;
import org.tongban.identity.person.People;
import org.tongban.identity.person.Person;

/** Ends the link of an organisation with its handler at the organisation's wish (ID-7); in the transaction under way. */
@Singleton
class UnlinkHandler {
    private final OrganisationAccounts organisations;
    private final HandlerLinks links;
    private final People people;
    private final AuditTrail audit;

    UnlinkHandler(OrganisationAccounts organisations, HandlerLinks links, People people, AuditTrail audit) {
        this.organisations = organisations;
        this.links = links;
        this.people = people;
        this.audit = audit;
    }

    HandlerLink unlink(Caller caller) {
        var organisation = organisations.lockOwn(caller);
        var present =
                links.lockPresent(organisation.id()).orElseThrow(() -> DomainException.of(IdentityError.NO_HANDLER));
        var person = people.find(present.person()).map(Person::account).orElse(null);
        var ended = links.end(present, LinkMove.UNLINK, IdentityActor.ORGANISATION, caller.account(), person);
        audit.record("identity/handler-link", ended.id(), Map.of("person", ended.person()));
        return ended;
    }
}
