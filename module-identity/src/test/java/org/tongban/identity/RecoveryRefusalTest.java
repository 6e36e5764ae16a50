package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.Fresh.phone;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;
import static org.tongban.identity.RecoverySteps.NEW_PASSWORD;
import static org.tongban.identity.RecoverySteps.RECOVERIES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.HandlerUsers.User;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What recovers nothing, and what is counted (ID-30, ID-31, CO-25). */
@TongbanTest
@Tag("ID-30")
class RecoveryRefusalTest {
    private final Tongban tongban;
    private final IdentitySteps steps;
    private final RecoverySteps recovery;
    private final HandlerUsers users;

    RecoveryRefusalTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
        this.recovery = new RecoverySteps(tongban);
        this.users = new HandlerUsers(tongban);
    }

    @Test
    @Tag("CO-25")
    void the_limits_of_codes_count_alike_for_nobody() {
        var user = users.user(users.unit());
        var code = String.valueOf(user.organisation().uscc());
        var likenesses = new TreeSet<String>();
        for (var phone : List.of(user.phone(), phone())) {
            recovery.asked(recovery.byPhone(phone, code));
            var again =
                    tongban.anonymous().post(RECOVERIES, recovery.byPhone(" " + phone, code.toLowerCase(Locale.ROOT)));
            assertThat(again.code()).isEqualTo("code-limit");
            likenesses.add(again.status() + " " + again.code());
        }
        assertThat(likenesses).hasSize(1);
    }

    @Test
    @Tag("CO-25")
    void a_captcha_is_used_up_by_the_first_step_and_a_wrong_one_sends_nothing() {
        var user = users.user(users.unit());
        var form = recovery.byUsername(user.username());
        recovery.asked(form);
        steps.forgetCodes();
        assertThat(tongban.anonymous().post(RECOVERIES, form).code()).isEqualTo("captcha-wrong");
        ((ObjectNode) form.path("captcha")).put("answer", "zzzz");
        assertThat(tongban.anonymous().post(RECOVERIES, form).code()).isEqualTo("captcha-wrong");
        var bare = object().put("method", "username").put("username", user.username());
        assertThat(tongban.anonymous().post(RECOVERIES, bare).violations()).containsExactly("/captcha required");
        var half = recovery.withCaptcha(
                object().put("method", "phone-and-unit-code").put("phone", user.phone()));
        assertThat(tongban.anonymous().post(RECOVERIES, half).violations()).containsExactly("/unitCode required");
    }

    @Test
    void a_code_that_is_over_and_a_proof_of_anything_else_recover_nothing() {
        var user = users.user(users.unit());
        var late = recovery.asked(recovery.byUsername(user.username()))
                .json()
                .path("id")
                .asText();
        tongban.letCodesAge(Duration.ofMinutes(6));
        var over = tongban.anonymous()
                .post(
                        PLATFORM + "/codes/" + late + "/verification",
                        object().put("code", tongban.codeSentTo("+86" + user.phone())));
        assertThat(over.code()).isEqualTo("code-over");
        // One of another purpose, one that nobody was looked for by, and none at all.
        steps.forgetCodes();
        var named = recovery.withCaptcha(
                object().put("realm", IdentityRealms.HANDLER).put("login", user.username()));
        var reset = tongban.anonymous().post(PLATFORM + "/password-resets", named);
        var other = Proofs.proof(
                tongban, tongban.anonymous(), reset.json().path("id").asText(), "+86" + user.phone());
        steps.forgetCodes();
        var unasked = Proofs.ofPhone(
                tongban, tongban.anonymous(), IdentityRealms.HANDLER, IdentityRealms.RECOVER, "+86" + user.phone());
        for (var proof : List.of(other, unasked, "forged")) {
            assertThat(recovery.shown(proof).code()).isEqualTo("proof-refused");
            assertThat(recovery.complete(proof, user.username(), NEW_PASSWORD).code())
                    .isEqualTo("proof-refused");
        }
        var old = recovery.proof(recovery.byUsername(user.username()), user.phone());
        tongban.letCodesAge(Duration.ofMinutes(16));
        assertThat(recovery.shown(old).code()).isEqualTo("proof-refused");
        assertThat(recovery.complete(old, user.username(), NEW_PASSWORD).code()).isEqualTo("proof-refused");
        assertThat(recovery.signIn(user.username(), IdentitySteps.PASSWORD).status())
                .isEqualTo(201);
    }

    @Test
    @Tag("RL-9")
    void of_many_new_passwords_at_once_by_one_proof_one_is_set() throws Exception {
        User user = users.user(users.unit());
        var proof = recovery.proof(recovery.byUsername(user.username()), user.phone());
        var requests = IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(i -> () -> recovery.complete(proof, user.username(), "Fresh-Quay-6" + i))
                .toList();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnlyOnce(204);
        assertThat(statuses.stream().filter(status -> status != 204)).containsOnly(400);
    }
}
