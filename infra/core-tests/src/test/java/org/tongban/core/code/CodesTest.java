package org.tongban.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** A code goes to a phone or a mailbox, within limits, and a right one yields a proof once (CO-25). */
@TongbanTest
@Tag("CO-25")
class CodesTest {
    static final String PATH = "/api/platform/v1/codes";
    private static final AtomicInteger PHONES = new AtomicInteger();

    /** A mainland mobile that no other test uses, as people type it. */
    static String phone() {
        return "139%08d".formatted(10_000_000 + PHONES.incrementAndGet());
    }

    private static ObjectNode asked(String purpose) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("realm", TrialModule.REALM)
                .put("purpose", purpose);
    }

    private static ObjectNode toPhone(Tongban tongban, String phone) {
        var body = asked(CodePurposes.REGISTER).put("phone", phone);
        body.set("captcha", tongban.solvedCaptcha());
        return body;
    }

    private static Answer send(Tongban tongban, String phone) {
        return tongban.anonymous().post(PATH, toPhone(tongban, phone));
    }

    private static JsonNode sent(Tongban tongban, String phone) {
        var sent = send(tongban, phone);
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        return sent.json();
    }

    private static Answer verify(Api api, JsonNode sent, String code) {
        return api.post(
                PATH + "/" + sent.path("id").asText() + "/verification",
                JsonNodeFactory.instance.objectNode().put("code", code));
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? '0' : '9') + code.substring(1);
    }

    /** Does the same in parallel and answers what came of each. */
    private static <T> List<T> together(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(work));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static long messages(Tongban tongban, String to) {
        long found = 0;
        for (var message : tongban.outbox()) {
            found += message.path("to").asText().equals(to) ? 1 : 0;
        }
        return found;
    }

    @Test
    @Tag("CO-44")
    void a_right_code_yields_a_proof(Tongban tongban) {
        var phone = phone();
        var sent = sent(tongban, phone);
        assertThat(sent.path("expiresIn").asInt()).isEqualTo(300);
        assertThat(sent.path("to").asText()).isEqualTo("+86139****" + phone.substring(7));
        var code = tongban.codeSentTo("+86" + phone);
        assertThat(tongban.outbox().get(0).path("text").asText()).isEqualTo("验证码" + code + "，用于注册，5分钟内有效，请勿告诉他人。");
        var proven = verify(tongban.anonymous(), sent, code);
        assertThat(proven.status()).as(proven.toString()).isEqualTo(200);
        assertThat(proven.json().path("proof").asText()).hasSize(43);
        assertThat(proven.json().path("expiresIn").asInt()).isEqualTo(900);
    }

    @Test
    @Tag("CO-10")
    void who_asks_in_english_is_written_to_in_english(Tongban tongban) {
        var phone = phone();
        assertThat(tongban.anonymous()
                        .with("Accept-Language", "en")
                        .post(PATH, toPhone(tongban, phone))
                        .status())
                .isEqualTo(202);
        assertThat(tongban.outbox().get(0).path("text").asText())
                .startsWith("Your code is ")
                .contains("for registration");
    }

    @ParameterizedTest
    @CsvSource({"+86 {}", "0086-{}", "86{}", "' {} '"})
    @Tag("CO-72")
    void a_phone_is_one_however_it_is_typed(String form) {
        var tongban = Tongban.running();
        var phone = phone();
        sent(tongban, form.replace("{}", phone));
        assertThat(tongban.codeSentTo("+86" + phone)).hasSize(6);
        assertThat(send(tongban, phone).code()).isEqualTo("code-limit");
    }

    @Test
    void neither_code_nor_proof_nor_phone_is_kept_in_clear(Tongban tongban) {
        var phone = phone();
        var sent = sent(tongban, phone);
        var code = tongban.codeSentTo("+86" + phone);
        var proof = verify(tongban.anonymous(), sent, code).json().path("proof").asText();
        var kept = Rows.of(
                        tongban,
                        "select c::text as kept from core.code c where id = cast(? as uuid) union all select m::text"
                            + " from core.message m union all select a::text from core.audit_record a where subject_id"
                            + " = cast(? as uuid)",
                        sent.path("id").asText(),
                        sent.path("id").asText())
                .toString();
        var inHex = new StringBuilder();
        proof.chars().forEach(letter -> inHex.append("%02x".formatted(letter)));
        assertThat(kept)
                .contains("+86139****")
                .doesNotContain(phone)
                .doesNotContain("验证码" + code)
                .doesNotContain(proof)
                .doesNotContain(inHex);
    }

    @Test
    @Tag("CO-45")
    void a_code_for_a_mailbox_needs_no_captcha(Tongban tongban) {
        var address = "li.lei" + phone() + "@example.org";
        var sent = tongban.anonymous()
                .post(PATH, asked(CodePurposes.REGISTER).put("email", " " + address.replace("li.lei", "Li.Lei")));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        assertThat(sent.json().path("to").asText()).isEqualTo("l***@example.org");
        var message = tongban.outbox().get(0);
        assertThat(message.path("channel").asText()).isEqualTo("EMAIL");
        assertThat(message.path("to").asText()).isEqualTo(address);
        assertThat(message.path("subject").asText()).isEqualTo("验证码");
        assertThat(verify(tongban.anonymous(), sent.json(), tongban.codeSentTo(address))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_phone_needs_a_captcha_from_who_is_not_signed_in(Tongban tongban) {
        var body = asked(CodePurposes.REGISTER).put("phone", phone());
        var refused = tongban.anonymous().post(PATH, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations()).containsExactly("/captcha required");
        var writer = People.writer(tongban);
        assertThat(writer.api().post(PATH, body).status()).isEqualTo(202);
    }

    @Test
    void a_wrong_captcha_sends_nothing(Tongban tongban) {
        var phone = phone();
        var body = toPhone(tongban, phone);
        ((ObjectNode) body.path("captcha")).put("answer", "no");
        var refused = tongban.anonymous().post(PATH, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("captcha-wrong");
        assertThat(refused.violations()).containsExactly("/captcha/answer wrong");
        assertThat(messages(tongban, "+86" + phone)).isZero();
    }

    @Test
    void sending_uses_the_captcha_up_and_a_mistake_does_not(Tongban tongban) {
        var body = toPhone(tongban, "12345");
        var refused = tongban.anonymous().post(PATH, body);
        assertThat(refused.violations()).containsExactly("/phone shape");
        var mended = body.deepCopy().put("phone", phone());
        assertThat(tongban.anonymous().post(PATH, mended).status()).isEqualTo(202);
        assertThat(tongban.anonymous().post(PATH, mended.put("phone", phone())).code())
                .isEqualTo("captcha-wrong");
    }

    @Test
    @Tag("CO-10")
    void everything_wrong_is_said_at_once(Tongban tongban) {
        var nowhere = asked(CodePurposes.REGISTER).put("realm", "nowhere");
        assertThat(tongban.anonymous().post(PATH, nowhere).violations())
                .containsExactly("/realm unknown", "/phone required", "/captcha required");
        var both = asked("nothing").put("phone", phone()).put("email", "a@example.org");
        assertThat(tongban.anonymous().post(PATH, both).violations())
                .containsExactly("/purpose unknown", "/phone too-many");
        var mail = asked(CodePurposes.REGISTER).put("email", "a@localhost");
        assertThat(tongban.anonymous().post(PATH, mail).violations()).containsExactly("/email shape");
    }

    @Test
    @Tag("RL-9")
    void a_phone_gets_one_code_a_minute(Tongban tongban) {
        var phone = phone();
        sent(tongban, phone);
        var refused = send(tongban, phone);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("code-limit");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        tongban.letCodesAge(Duration.ofSeconds(61));
        sent(tongban, phone);
        assertThat(messages(tongban, "+86" + phone)).isEqualTo(2);
    }

    @Test
    @Tag("RL-9")
    void a_phone_gets_ten_codes_a_day(Tongban tongban) {
        var phone = phone();
        for (int i = 0; i < 10; i++) {
            sent(tongban, phone);
            tongban.letCodesAge(Duration.ofMinutes(10));
        }
        var refused = send(tongban, phone);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Duration.ofSeconds(Integer.parseInt(refused.header("Retry-After"))))
                .isBetween(Duration.ofHours(22), Duration.ofHours(23));
        tongban.letCodesAge(Duration.ofHours(22).plusMinutes(21));
        sent(tongban, phone);
    }

    @Test
    @Tag("RL-9")
    void twenty_requests_at_once_for_a_phone_send_one_code(Tongban tongban) throws Exception {
        var phone = phone();
        var bodies = new ArrayList<JsonNode>();
        for (int i = 0; i < 20; i++) {
            bodies.add(toPhone(tongban, phone));
        }
        var next = new AtomicInteger();
        var statuses = together(
                20,
                () -> tongban.anonymous()
                        .post(PATH, bodies.get(next.getAndIncrement()))
                        .status());
        assertThat(statuses).containsOnly(202, 429).containsOnlyOnce(202);
        assertThat(messages(tongban, "+86" + phone)).isEqualTo(1);
    }

    @Test
    @Tag("RL-9")
    void a_code_is_good_once(Tongban tongban) throws Exception {
        var phone = phone();
        var sent = sent(tongban, phone);
        var code = tongban.codeSentTo("+86" + phone);
        var statuses =
                together(20, () -> verify(tongban.anonymous(), sent, code).status());
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(verify(tongban.anonymous(), sent, code).code()).isEqualTo("code-over");
    }

    @Test
    @Tag("RL-9")
    void five_wrong_tries_kill_a_code_however_many_come_at_once(Tongban tongban) throws Exception {
        var phone = phone();
        var sent = sent(tongban, phone);
        var code = tongban.codeSentTo("+86" + phone);
        var answers = together(20, () -> verify(tongban.anonymous(), sent, other(code)));
        assertThat(answers.stream().filter(answer -> answer.code().equals("code-wrong")))
                .hasSize(5);
        assertThat(answers.stream().filter(answer -> answer.code().equals("code-over")))
                .hasSize(15);
        assertThat(verify(tongban.anonymous(), sent, code).code()).isEqualTo("code-over");
    }

    @Test
    void a_wrong_code_says_how_many_tries_are_left(Tongban tongban) {
        var phone = phone();
        var sent = sent(tongban, phone);
        var code = tongban.codeSentTo("+86" + phone);
        var wrong = verify(tongban.anonymous(), sent, other(code));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.violations()).containsExactly("/code wrong");
        assertThat(wrong.json().path("triesLeft").asInt()).isEqualTo(4);
        for (int left = 3; left > 0; left--) {
            assertThat(verify(tongban.anonymous(), sent, other(code))
                            .json()
                            .path("triesLeft")
                            .asInt())
                    .isEqualTo(left);
        }
        assertThat(verify(tongban.anonymous(), sent, " " + code + " ").status())
                .as("the fifth try, right")
                .isEqualTo(200);
    }

    @Test
    void a_code_is_over_after_five_minutes(Tongban tongban) {
        var phone = phone();
        var sent = sent(tongban, phone);
        var code = tongban.codeSentTo("+86" + phone);
        tongban.letCodesAge(Duration.ofSeconds(301));
        var late = verify(tongban.anonymous(), sent, code);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("code-over");
        var unknown = JsonNodeFactory.instance.objectNode().put("id", "019a9f3c-7a10-7000-8000-000000000001");
        assertThat(verify(tongban.anonymous(), unknown, code).code()).isEqualTo("code-over");
    }

    @Test
    void a_code_asked_for_in_a_session_is_good_in_that_session_alone(Tongban tongban) {
        var phone = phone();
        var writer = People.writer(tongban);
        var sent = writer.api()
                .post(PATH, asked(CodePurposes.BIND_PHONE).put("phone", phone))
                .json();
        var code = tongban.codeSentTo("+86" + phone);
        assertThat(verify(tongban.anonymous(), sent, code).code()).isEqualTo("code-over");
        assertThat(verify(People.writer(tongban).api(), sent, code).code()).isEqualTo("code-over");
        assertThat(verify(writer.api(), sent, code).status()).isEqualTo(200);
    }

    @Test
    @Tag("CO-55")
    void what_was_sent_and_tried_leaves_records(Tongban tongban) {
        var phone = phone();
        var sent = sent(tongban, phone);
        var code = tongban.codeSentTo("+86" + phone);
        verify(tongban.anonymous(), sent, other(code));
        verify(tongban.anonymous(), sent, code);
        assertThat(Rows.of(
                                tongban,
                                "select action || ' ' || outcome as what from core.audit_record"
                                        + " where subject_id = cast(? as uuid) order by id",
                                sent.path("id").asText())
                        .stream()
                        .map(row -> row.get("what")))
                .containsExactly(
                        "platform.code.send done", "platform.code.verify refused", "platform.code.verify done");
    }

    @ParameterizedTest
    @CsvSource({
        "trial, sign-in",
        "trial, reset-password",
        "trial, change-phone",
        "trial, confirm-email",
        "staff, register"
    })
    @Tag("RL-9")
    void no_stranger_has_a_code_sent_that_serves_nothing(String realm, String purpose, Tongban tongban) {
        var body = asked(purpose)
                .put("realm", realm.equals("trial") ? TrialModule.REALM : realm)
                .put("phone", phone());
        body.set("captcha", tongban.solvedCaptcha());
        assertThat(tongban.anonymous().post(PATH, body).violations()).containsExactly("/purpose not-here");
    }
}
