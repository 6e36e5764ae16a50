package org.tongban.identity.change;

import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.event.Events;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.state.Actor;
import org.tongban.core.time.BusinessClock;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.OrganisationChanged;
import org.tongban.identity.organisation.OrganisationAccounts;

/** Brings a change into effect, with all that goes with it (ID-8); in the transaction under way. */
@Singleton
class ApplyChange {
    private final ChangeRepository changes;
    private final OrganisationAccounts organisations;
    private final RepresentativeNumber number;
    private final OrganisationDirectory directory;
    private final Outbox outbox;
    private final Events events;
    private final BusinessClock clock;

    ApplyChange(
            ChangeRepository changes,
            OrganisationAccounts organisations,
            RepresentativeNumber number,
            OrganisationDirectory directory,
            Outbox outbox,
            Events events,
            BusinessClock clock) {
        this.changes = changes;
        this.organisations = organisations;
        this.number = number;
        this.directory = directory;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    OrganisationChange apply(OrganisationChange change, ChangeMove move, Actor by, @Nullable String words) {
        var applied = change.decided(move, by, clock.now(), words);
        changes.store(applied);
        var id = applied.organisation();
        if (applied.name() != null) {
            directory.rename(id, applied.name());
        }
        if (applied.legalRepName() != null) {
            directory.setRepresentative(id, applied.legalRepName());
            organisations.setRepresentative(id, number.opened(applied));
        }
        organisations.change(id, applied.legalPersonType(), applied.address());
        var known = directory.find(id).orElseThrow();
        move.message()
                .ifPresent(message -> outbox.send(
                        message,
                        new Recipient.Organisation(id, IdentityRealms.ORGANISATION),
                        Map.of("organisation", known.name()),
                        "/api/identity/v1/organisations/me"));
        events.publish(
                id,
                move.requireEvent(new OrganisationChanged(
                        id,
                        known.uscc(),
                        known.name(),
                        known.formerNames(),
                        directory.standing(id).representative())));
        return applied;
    }
}
