package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnits;

/** The proof of a licence is for its unit, and for the reviewers of its region once a filing is linked with it (CO-36). */
@Singleton
class PatentFileAccess implements FileAccess {
    private final PatentOwnership ownership;
    private final PatentRepository patents;
    private final FilingUnits units;
    private final OrganisationDirectory directory;

    PatentFileAccess(
            PatentOwnership ownership, PatentRepository patents, FilingUnits units, OrganisationDirectory directory) {
        this.ownership = ownership;
        this.patents = patents;
        this.units = units;
        this.directory = directory;
    }

    @Override
    public String recordType() {
        return AddPatent.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return ownership.version(caller, record, false).isPresent()
                || (caller.may(ProductFilingModule.REVIEW) && isReviewable(caller, record));
    }

    private boolean isReviewable(Caller caller, UUID record) {
        return patents.ofId(record)
                .filter(patent -> patents.isLinked(patent.unit(), record.toString()))
                .flatMap(patent -> directory.find(units.of(patent.unit()).organisation()))
                .filter(organisation -> caller.reaches(organisation.region()))
                .isPresent();
    }
}
