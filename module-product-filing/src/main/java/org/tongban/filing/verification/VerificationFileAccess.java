package org.tongban.filing.verification;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnits;

/** The files of a verification are for its unit, and once they were handed in for the reviewers of its region (CO-36). */
@Singleton
class VerificationFileAccess implements FileAccess {
    private final VerificationRepository verifications;
    private final Applicants applicants;
    private final SaveVerification saveVerification;
    private final FilingUnits units;
    private final OrganisationDirectory directory;

    VerificationFileAccess(
            VerificationRepository verifications,
            Applicants applicants,
            SaveVerification saveVerification,
            FilingUnits units,
            OrganisationDirectory directory) {
        this.verifications = verifications;
        this.applicants = applicants;
        this.saveVerification = saveVerification;
        this.units = units;
        this.directory = directory;
    }

    @Override
    public String recordType() {
        return VerificationFiles.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return verifications
                .ofId(record)
                .filter(found -> applicants.owns(caller, found)
                        || (caller.may(ProductFilingModule.REVIEW) && isReviewable(caller, found)))
                .isPresent();
    }

    private boolean isReviewable(Caller caller, Verification found) {
        if (found.state() == VerificationState.DRAFT) {
            return false;
        }
        var region = found.isOfNewAccount()
                ? SubmitVerification.region(found)
                : directory
                        .find(units.of(found.owner()).organisation())
                        .map(Organisation::region)
                        .orElse(null);
        return caller.reaches(region);
    }

    @Override
    public void deleteDraft(UUID record) {
        saveVerification.expire(record);
    }
}
