package org.tongban.identity.manual;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.tongban.core.account.Organisation;
import org.tongban.core.form.Documents;
import org.tongban.core.overview.Matters;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;

/** Lays what was handed in before the officers (CO-46); in the transaction under way. */
@Singleton
class OpenManualCase {
    /** The form of what is shown of a unit that is known already. */
    static final String KNOWN_UNIT = "identity/known-unit@1";

    private final Reviews reviews;
    private final KnownUnit knownUnit;
    private final ManualEnrolments enrolments;
    private final Matters matters;

    OpenManualCase(Reviews reviews, KnownUnit knownUnit, ManualEnrolments enrolments, Matters matters) {
        this.reviews = reviews;
        this.knownUnit = knownUnit;
        this.enrolments = enrolments;
        this.matters = matters;
    }

    ManualEnrolment open(ManualEnrolment enrolment) {
        var document = enrolment.document();
        var known = knownUnit.find(document);
        var snapshot = new HashMap<String, Object>();
        snapshot.put("enrolment", Documents.members(document.masked().toString()));
        known.ifPresent(unit -> snapshot.put("known", knownUnit.told(unit)));
        var submission = new NewCase(
                        enrolment.kind().reviewType(),
                        enrolment.id(),
                        document.name(),
                        known.map(Organisation::id).orElse(null),
                        document.region(),
                        snapshot)
                .withForms(Map.of("/enrolment", enrolment.kind().form(), "/known", KNOWN_UNIT));
        var opened = enrolments.noteCase(enrolment, reviews.open(enrolment.account(), null, submission));
        // Only now the number is known that the applicant asks after it by.
        matters.put(opened.matter());
        return opened;
    }
}
