package org.tongban.identity.handler;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountHolds;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Capacity;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.event.Events;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.identity.HandlerLinked;
import org.tongban.identity.HandlerUnlinked;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.organisation.OrganisationAccounts;
import org.tongban.identity.person.Person;

/** Carries the moves of links out, with all that goes with them; in the transaction under way. */
@Singleton
class HandlerLinks {
    static final String HOLD = "identity.handler-link";
    static final Title HELD = new Title("仍是法人的经办人", "Still the handler of an organisation");

    private final LinkRepository links;
    private final OrganisationAccounts organisations;
    private final Accounts accounts;
    private final AccountHolds holds;
    private final OrganisationDirectory directory;
    private final Events events;
    private final BusinessClock clock;

    HandlerLinks(
            LinkRepository links,
            OrganisationAccounts organisations,
            Accounts accounts,
            AccountHolds holds,
            OrganisationDirectory directory,
            Events events,
            BusinessClock clock) {
        this.links = links;
        this.organisations = organisations;
        this.accounts = accounts;
        this.holds = holds;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    Optional<HandlerLink> lockPresent(UUID organisation) {
        return links.lockPresent(organisation);
    }

    /** Adds a link of an organisation that has none; it waits for the person (ID-6, ID-7). */
    HandlerLink add(HandlerLink link, Person person) {
        int added = links.insert(
                link.id(),
                link.channel(),
                link.organisation(),
                link.person(),
                link.state(),
                link.sole(),
                link.linkedAt());
        if (added == 0) {
            throw DomainException.of(IdentityError.HANDLER_LINKED_ELSEWHERE);
        }
        holds.put(person.account(), HOLD, HELD);
        return link;
    }

    /** The person handles the business from now on: it is open to the organisation's account. */
    HandlerLink activate(HandlerLink link, LinkMove move, IdentityActor by, @Nullable UUID organisationAccount) {
        var active = link.activated(move, by, clock.now());
        links.store(active);
        directory.addHandler(active.organisation(), active.person());
        if (organisationAccount != null) {
            accounts.actAs(organisationAccount, active.person(), Capacity.HANDLER);
            if (!organisations.awaitsReview(active.organisation())) {
                accounts.letIn(organisationAccount);
            }
        }
        events.publish(
                active.organisation(),
                move.requireEvent(new HandlerLinked(active.organisation(), active.person(), active.channel())));
        return active;
    }

    /** The person handles it no longer: business is closed until another one does. */
    HandlerLink end(
            HandlerLink link,
            LinkMove move,
            IdentityActor by,
            @Nullable UUID organisationAccount,
            @Nullable UUID personAccount) {
        var ended = link.ended(move, by, clock.now());
        links.store(ended);
        if (organisationAccount != null) {
            accounts.shutOut(organisationAccount);
            accounts.actForNobody(organisationAccount);
        }
        if (personAccount != null && !links.isHandler(ended.person())) {
            holds.remove(personAccount, HOLD);
        }
        if (link.holds()) {
            directory.removeHandler(ended.organisation(), ended.person());
            events.publish(
                    ended.organisation(),
                    move.requireEvent(new HandlerUnlinked(ended.organisation(), ended.person(), ended.channel())));
        }
        return ended;
    }
}
