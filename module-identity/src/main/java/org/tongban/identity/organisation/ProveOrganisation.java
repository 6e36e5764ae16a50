package org.tongban.identity.organisation;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.event.Events;
import org.tongban.identity.OrganisationVerified;

/** Notes how far an organisation is proved, and tells of it where it was not before (ID-40); joins the transaction under way. */
@Singleton
public class ProveOrganisation {
    private final OrganisationDirectory directory;
    private final Events events;

    ProveOrganisation(OrganisationDirectory directory, Events events) {
        this.directory = directory;
        this.events = events;
    }

    /** Raises an organisation's level to this one, unless it is proved further. */
    public void prove(UUID id, Level level) {
        if (directory.prove(id, level)) {
            var known = directory.find(id).orElseThrow();
            events.publish(id, new OrganisationVerified(id, known.uscc(), known.name(), level));
        }
    }
}
