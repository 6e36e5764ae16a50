package org.tongban.identity.renewal;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.IdentityRealms;

/** The image of a document is for the person and for those who look at renewals in the whole country (CO-36). */
@Singleton
class RenewalFileAccess implements FileAccess {
    private final RenewalRepository renewals;

    RenewalFileAccess(RenewalRepository renewals) {
        this.renewals = renewals;
    }

    @Override
    public String recordType() {
        return RenewId.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return renewals.ofId(record)
                .filter(renewal -> (caller.may(IdentityRealms.OWN_PERSON)
                                && renewal.person().equals(caller.person()))
                        || (caller.may(IdentityModule.REVIEW) && caller.reaches(null)))
                .isPresent();
    }
}
