package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;

/** What people do who have forgotten a password or a username, step by step. */
final class RecoverySteps {
    static final String RECOVERIES = "/api/identity/v1/recoveries";
    static final String NEW_PASSWORD = "Fresh-Quay-58";

    private final Tongban tongban;
    private final IdentitySteps steps;

    RecoverySteps(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
    }

    ObjectNode byUsername(String username) {
        return withCaptcha(object().put("method", "username").put("username", username));
    }

    ObjectNode byPhone(String phone, String unitCode) {
        return withCaptcha(object().put("method", "phone-and-unit-code")
                .put("phone", phone)
                .put("unitCode", unitCode));
    }

    ObjectNode byNumber(String idNumber, String unitCode) {
        return withCaptcha(object().put("method", "id-number-and-unit-code")
                .put("idNumber", idNumber)
                .put("unitCode", unitCode));
    }

    ObjectNode withCaptcha(ObjectNode form) {
        form.set("captcha", tongban.solvedCaptcha());
        return form;
    }

    Answer asked(ObjectNode form) {
        steps.forgetCodes();
        var sent = tongban.anonymous().post(RECOVERIES, form);
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        return sent;
    }

    String proof(ObjectNode form, String phone) {
        var sent = asked(form);
        return Proofs.proof(tongban, tongban.anonymous(), sent.json().path("id").asText(), "+86" + phone);
    }

    Answer shown(String proof) {
        return tongban.anonymous().post(RECOVERIES + "/accounts", object().put("proof", proof));
    }

    List<String> usernames(String proof) {
        var shown = shown(proof);
        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        return shown.json().path("accounts").findValuesAsText("username");
    }

    Answer complete(String proof, String username, String password) {
        return tongban.anonymous()
                .post(
                        RECOVERIES + "/completion",
                        object().put("proof", proof).put("username", username).put("newPassword", password));
    }

    Answer signIn(String username, String password) {
        return tongban.anonymous()
                .post(
                        PLATFORM + "/sessions",
                        object().put("realm", IdentityRealms.HANDLER)
                                .put("login", username)
                                .put("password", password));
    }
}
