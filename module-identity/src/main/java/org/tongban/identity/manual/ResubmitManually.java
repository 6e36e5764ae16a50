package org.tongban.identity.manual;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.UUID;
import org.tongban.core.form.Forms;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityActor;

/** Hands in again what was returned, with other data or images of the unit (ID-25); in the transaction under way. */
@Singleton
class ResubmitManually {
    private static final Title FIXED =
            new Title("重新提交时不再填写此项", "This is not asked for again when something is handed in anew");

    private final Forms forms;
    private final ManualEnrolments enrolments;
    private final ManualFiles manualFiles;
    private final KnownUnit knownUnit;
    private final OpenManualCase openCase;
    private final BusinessClock clock;

    ResubmitManually(
            Forms forms,
            ManualEnrolments enrolments,
            ManualFiles manualFiles,
            KnownUnit knownUnit,
            OpenManualCase openCase,
            BusinessClock clock) {
        this.forms = forms;
        this.enrolments = enrolments;
        this.manualFiles = manualFiles;
        this.knownUnit = knownUnit;
        this.openCase = openCase;
        this.clock = clock;
    }

    /**
     * Opens another case of the same record.
     *
     * @param unit the form's fields that say what the unit is, and no others
     */
    ManualEnrolment resubmit(Caller caller, ManualKind kind, UUID id, JsonNode unit) {
        var enrolment = enrolments.own(caller, id);
        if (enrolment.kind() != kind) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        ManualMove.RESUBMIT.check(enrolment.state(), IdentityActor.HANDLER);
        var document = enrolment.document().corrected(unit);
        requireSound(enrolment.document(), document, unit);
        manualFiles.take(caller.account(), document, id);
        knownUnit.requireFreePhone(document);
        var resubmitted = enrolment.resubmitted(document, clock.now());
        enrolments.resubmit(resubmitted);
        return openCase.open(resubmitted);
    }

    private void requireSound(ManualDocument before, ManualDocument document, JsonNode unit) {
        var wrong = new ArrayList<Violation>();
        unit.fieldNames().forEachRemaining(field -> {
            if (!before.correctable().contains(field)) {
                wrong.add(new Violation("/" + field, "not-changeable", FIXED));
            }
        });
        forms.submit(document.kind().form()).check(document.json()).stream()
                .filter(violation -> !ManualDocument.isOfAccount(violation))
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, wrong);
        }
    }
}
