package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;

/** What the handlers of units without a credit code do, step by step (ID-25, ID-26). */
final class ManualSteps {
    static final String ENROLMENTS = "/api/identity/v1/manual-enrolments";
    static final String NON_MAINLAND = ENROLMENTS + "/non-mainland";
    static final String PROJECTS = ENROLMENTS + "/projects";

    private static final String CODES = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final IdentitySteps steps;
    private final Tongban tongban;

    ManualSteps(IdentitySteps steps) {
        this.steps = steps;
        this.tongban = steps.tongban;
    }

    /** Who enrols a unit: each has a phone, a number and a username that nobody else has. */
    record Applicant(String name, String idNumber, String phone, String username) {
        static Applicant fresh() {
            return new Applicant(Fresh.name(), Fresh.idNumber(), Fresh.phone(), "manual_" + COUNT.incrementAndGet());
        }

        Applicant withPhone(String other) {
            return new Applicant(name, idNumber, other, username);
        }
    }

    /** A project code that no other project has. */
    static String projectCode() {
        var code = "X13302110401%05d".formatted(COUNT.incrementAndGet());
        int outer = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            outer += WEIGHTS[i] * CODES.indexOf(code.charAt(i));
        }
        return code + CODES.charAt((31 - outer % 31) % 31);
    }

    String proof(Applicant applicant) {
        steps.forgetCodes();
        return Proofs.ofPhone(
                tongban,
                tongban.anonymous(),
                IdentityRealms.HANDLER,
                IdentityRealms.HANDLER_REGISTER,
                "+86" + applicant.phone());
    }

    Api holding(String proof) {
        return tongban.anonymous().with("Code-Proof", proof);
    }

    Answer upload(String proof, String slot, byte[] content, String type) {
        return holding(proof).bytes("POST", PLATFORM + "/public/files?slot=identity/" + slot, content, type);
    }

    String image(String proof, String slot) {
        var stored = upload(proof, slot, IdentitySteps.picture(), "image/jpeg");
        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        return stored.json().path("id").asText();
    }

    String face(String proof, String name, String idNumber) {
        return steps.matched(holding(proof)
                .post(
                        PLATFORM + "/public/face-verifications",
                        object().put("purpose", "identity.enrolment")
                                .put("name", name)
                                .put("idKind", "resident-id")
                                .put("idNumber", idNumber)));
    }

    private ObjectNode handler(Applicant applicant, String proof) {
        return steps.agreed("identity.enrolment")
                .put("handlerName", applicant.name())
                .put("handlerIdType", "resident-id")
                .put("handlerIdNumber", applicant.idNumber())
                .put("phone", applicant.phone())
                .put("phoneProof", proof)
                .put("faceVerification", face(proof, applicant.name(), applicant.idNumber()))
                .put("username", applicant.username())
                .put("password", IdentitySteps.PASSWORD);
    }

    ObjectNode nonMainland(Applicant applicant) {
        var proof = proof(applicant);
        return handler(applicant, proof)
                .put("nameZh", "南洋仪器有限公司")
                .put("nameEn", "Nanyang Instruments Pte. Ltd.")
                .put("email", "office@nanyang.example")
                .put("incorporationCertificate", image(proof, "incorporation-page"))
                .put("handlerIdImage", image(proof, "id-page"));
    }

    ObjectNode project(Applicant applicant, String code) {
        var proof = proof(applicant);
        var form = handler(applicant, proof)
                .put("ethnicGroup", "01")
                .put("canProvideUscc", false)
                .put("projectName", "镇海新城地下管廊（一期）工程")
                .put("projectCode", code);
        form.putArray("stampedProof").add(image(proof, "stamped-proof"));
        form.set("captcha", tongban.solvedCaptcha());
        return form;
    }

    Answer enrol(String path, JsonNode form) {
        return tongban.anonymous().post(path, form);
    }

    /** Hands a form in that is right. */
    JsonNode enrolled(String path, JsonNode form) {
        var answer = enrol(path, form);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    Api as(Applicant applicant) {
        return steps.signedIn(IdentityRealms.HANDLER, applicant.username());
    }

    /** Hands in again what was returned. */
    Answer resubmit(Api applicant, String id, String kind, JsonNode unit) {
        var shown = applicant.get(ENROLMENTS + "/" + id);
        return applicant.with("If-Match", shown.header("ETag")).put(ENROLMENTS + "/" + id + "/" + kind, unit);
    }

    /** The case of an enrolment that waits for a decision, as the officer sees it. */
    JsonNode review(String enrolment) {
        var officer = tongban.as("identity-reviewer");
        for (var found :
                officer.get(PLATFORM + "/reviews?state=open&limit=100").json().path("items")) {
            if (found.path("subject").asText().equals(enrolment)) {
                return officer.get(PLATFORM + "/reviews/" + found.path("id").asText())
                        .json();
            }
        }
        throw new AssertionError("no case of " + enrolment);
    }
}
