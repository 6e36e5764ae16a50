package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.env.PropertySource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.DemoPasswords;
import org.tongban.identity.DecidingSteps.User;
import org.tongban.identity.user.Authority;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A code to the phone beside the password, where the realm asks for it (ID-12). */
@TongbanTest
@Tag("ID-12")
@Tag("CO-22")
class SecondFactorTest {
    private static final String SESSIONS = PLATFORM + "/sessions";

    private final DecidingSteps deciding;
    private final Tongban tongban;

    SecondFactorTest(Tongban tongban) {
        this.tongban = tongban;
        this.deciding = new DecidingSteps(tongban);
    }

    private void switchedOn(boolean oncePerDevice, Runnable test) {
        set(true, oncePerDevice);
        try {
            test.run();
        } finally {
            set(false, false);
        }
    }

    private void set(boolean wanted, boolean oncePerDevice) {
        tongban.context()
                .getEnvironment()
                .addPropertySource(PropertySource.of(
                        "second-factor",
                        Map.of(
                                "platform.identity.handler.second-factor",
                                wanted,
                                "platform.identity.handler.second-factor-once-per-device",
                                oncePerDevice)));
    }

    private User user() {
        return deciding.active(deciding.unit(), Authority.HANDLER);
    }

    private ObjectNode request(User user) {
        return object().put("realm", IdentityRealms.HANDLER)
                .put("login", user.username())
                .put("password", tongban.context().getBean(DemoPasswords.class).of(user.username()));
    }

    private Answer post(ObjectNode request) {
        return tongban.anonymous().post(SESSIONS, request);
    }

    /** The proof of the code that a right password has had sent. */
    private String proof(User user, Answer asked) {
        assertThat(asked.status()).as(asked.toString()).isEqualTo(401);
        assertThat(asked.code()).isEqualTo("second-factor-required");
        assertThat(asked.text()).doesNotContain("accessToken").doesNotContain(user.phone());
        return Proofs.proof(
                tongban, tongban.anonymous(), asked.json().path("verification").asText(), "+86" + user.phone());
    }

    @Test
    @Tag("CO-25")
    void the_right_password_has_a_code_sent_and_its_proof_opens_the_session_once() {
        var user = user();
        assertThat(post(request(user)).status()).as("off as shipped").isEqualTo(201);
        switchedOn(false, () -> {
            var proof = proof(user, post(request(user)));
            assertThat(post(request(user)).code()).as("one a minute").isEqualTo("code-limit");
            var opened = post(request(user).put("proof", proof));
            assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
            assertThat(post(request(user).put("proof", proof)).code()).isEqualTo("proof-refused");
            // A known device needs a code all the same.
            deciding.steps.forgetCodes();
            var known = request(user).put("device", opened.json().path("device").asText());
            assertThat(post(known).code()).isEqualTo("second-factor-required");
        });
    }

    @Test
    void a_wrong_password_is_answered_as_ever_and_sends_nothing() {
        var user = user();
        switchedOn(false, () -> {
            var wrong = post(request(user).put("password", "wrong-Pass-1"));
            var nobody = post(request(user).put("login", "nobody_" + UUID.randomUUID()));
            assertThat(wrong.code()).isEqualTo("sign-in-failed");
            assertThat(nobody.code()).isEqualTo("sign-in-failed");
            assertThat(post(request(user).put("password", "wrong-Pass-1").put("proof", "none"))
                            .code())
                    .isEqualTo("sign-in-failed");
            assertThat(deciding.wasSent(user.phone(), "验证码")).isFalse();
            for (int i = 0; i < 3; i++) {
                assertThat(post(request(user).put("password", "wrong-Pass-1")).code())
                        .isEqualTo("sign-in-failed");
            }
            assertThat(post(request(user)).code()).as("guesses are counted").isEqualTo("sign-in-refused");
        });
    }

    @Test
    void a_proof_of_another_phone_or_purpose_opens_nothing() {
        var user = user();
        var other = user();
        switchedOn(false, () -> {
            var anothers = proof(other, post(request(other)));
            assertThat(post(request(user).put("proof", anothers)).code()).isEqualTo("proof-refused");
            var elsewhere = Proofs.ofPhone(
                    tongban,
                    tongban.anonymous(),
                    IdentityRealms.HANDLER,
                    IdentityRealms.HANDLER_REGISTER,
                    "+86" + user.phone());
            assertThat(post(request(user).put("proof", elsewhere)).code()).isEqualTo("proof-refused");
            var wanted = object().put("realm", IdentityRealms.HANDLER)
                    .put("purpose", "second-factor")
                    .put("phone", user.phone());
            wanted.set("captcha", tongban.solvedCaptcha());
            assertThat(tongban.anonymous().post(PLATFORM + "/codes", wanted).status())
                    .as("nobody asks for such a code by a phone")
                    .isEqualTo(400);
        });
    }

    @Test
    void a_known_device_is_spared_the_code_where_the_setting_says_so() {
        var user = user();
        switchedOn(true, () -> {
            var opened = post(request(user).put("proof", proof(user, post(request(user)))));
            assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
            var known = request(user).put("device", opened.json().path("device").asText());
            assertThat(post(known).status()).isEqualTo(201);
            deciding.steps.forgetCodes();
            assertThat(post(request(user)).code()).isEqualTo("second-factor-required");
            assertThat(post(request(user).put("device", "made-up")).code())
                    .isIn("second-factor-required", "code-limit");
        });
    }
}
