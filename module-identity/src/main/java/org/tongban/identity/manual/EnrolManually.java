package org.tongban.identity.manual;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.Registration;
import org.tongban.core.captcha.Captchas;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.code.Proofs;
import org.tongban.core.face.FaceVerification;
import org.tongban.core.face.FaceVerification.Owner;
import org.tongban.core.form.Forms;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.user.CreateUser;
import org.tongban.identity.user.CreateUser.Prepared;

/** Takes a unit without a credit code in: its handler's account waits while an officer compares the papers (ID-25, ID-26). */
@Singleton
class EnrolManually {
    /** What a face verification is started for that is to be used here. */
    static final String FACE = "identity.enrolment";

    /** How units that have a credit code after all go on (Fields 2.1). */
    private static final String ORDINARY_FORM = "identity/enrol-in-province@1";

    private final Forms forms;
    private final CreateUser createUser;
    private final Registration registration;
    private final Captchas captchas;
    private final Proofs proofs;
    private final FaceVerification faces;
    private final ManualEnrolments enrolments;
    private final ManualFiles manualFiles;
    private final KnownUnit knownUnit;
    private final OpenManualCase openCase;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    EnrolManually(
            Forms forms,
            CreateUser createUser,
            Registration registration,
            Captchas captchas,
            Proofs proofs,
            FaceVerification faces,
            ManualEnrolments enrolments,
            ManualFiles manualFiles,
            KnownUnit knownUnit,
            OpenManualCase openCase,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.forms = forms;
        this.createUser = createUser;
        this.registration = registration;
        this.captchas = captchas;
        this.proofs = proofs;
        this.faces = faces;
        this.enrolments = enrolments;
        this.manualFiles = manualFiles;
        this.knownUnit = knownUnit;
        this.openCase = openCase;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * What has come of a form.
     *
     * @param advice what had better not stand in the password
     */
    record Enrolled(ManualEnrolment enrolment, List<Violation> advice) {}

    /** To be called with no transaction open: the password is hashed, and a captcha is used up whatever follows. */
    Enrolled enrol(ManualKind kind, JsonNode form) {
        var wrong = forms.submit(kind.form()).check(form);
        if (wrong.isEmpty() && form.path("canProvideUscc").asBoolean()) {
            throw DomainException.of(IdentityError.ORDINARY_UNIT)
                    .with("form", ORDINARY_FORM)
                    .with("link", "/api/identity/v1/enrolments/in-province");
        }
        var prepared = createUser.prepare(form, wrong, IdentityRealms.HANDLER_REGISTER);
        if (form.has("captcha")) {
            var captcha = form.path("captcha");
            captchas.consume(new SolvedCaptcha(
                    UUID.fromString(captcha.path("id").asText()),
                    captcha.path("answer").asText()));
        }
        return transactions.write(() -> new Enrolled(complete(kind, form, prepared), prepared.advice()));
    }

    private ManualEnrolment complete(ManualKind kind, JsonNode form, Prepared prepared) {
        var id = Ids.next();
        var document = ManualDocument.kept(kind, form);
        var holder = proofs.holder(form.path("phoneProof").asText(), IdentityRealms.HANDLER_REGISTER)
                .orElseThrow(() -> Proofs.refused("/phoneProof"));
        // First of all: of many that send the same at once, all others wait here.
        faces.consume(
                new Owner.ProofHolder(holder),
                UUID.fromString(form.path("faceVerification").asText()),
                new FaceVerification.Person(FACE, prepared.name(), prepared.document()),
                "/faceVerification");
        manualFiles.take(holder, document, id);
        // The account is nobody's and no unit's until the unit has passed.
        var account = registration.complete(prepared.registration().of(null, null));
        knownUnit.requireFreePhone(document);
        var enrolment = openCase.open(enrolments.add(id, account.id(), document, clock.now()));
        audit.record(
                ManualEnrolments.RECORD,
                id,
                Map.of("account", account.id(), "kind", kind.code(), "case", enrolment.caseNumber()));
        return enrolment;
    }
}
