package org.tongban.identity.approval;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.identity.application.Applications;
import org.tongban.identity.application.HandlerApplication;

/** An application is for those who decide in its organisation. */
@Singleton
class ApplicationOwnership implements Ownership {
    private final Deciders deciders;
    private final Applications applications;

    ApplicationOwnership(Deciders deciders, Applications applications) {
        this.deciders = deciders;
        this.applications = applications;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = (lock ? deciders.lock(caller) : deciders.require(caller)).organisation();
        return (lock ? applications.lock(id) : applications.find(id))
                .filter(application -> application.organisation().equals(organisation))
                .map(HandlerApplication::version);
    }
}
