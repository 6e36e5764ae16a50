package org.tongban.identity.change;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;
import org.tongban.identity.IdentityModule;

/** The proof of a change is for the organisation and for the reviewers of its region (CO-36). */
@Singleton
class ChangeFileAccess implements FileAccess {
    private final ChangeRepository changes;
    private final OrganisationDirectory directory;

    ChangeFileAccess(ChangeRepository changes, OrganisationDirectory directory) {
        this.changes = changes;
        this.directory = directory;
    }

    @Override
    public String recordType() {
        return ChangeOrganisation.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return changes.ofId(record)
                .flatMap(change -> directory.find(change.organisation()))
                .filter(organisation -> organisation.id().equals(caller.organisation())
                        || (caller.may(IdentityModule.REVIEW) && caller.reaches(organisation.region())))
                .isPresent();
    }
}
