package org.tongban.core.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Rows;

/** A captcha has two forms and takes one answer (CO-25). */
@TongbanTest
@Tag("CO-25")
class CaptchasTest {
    private static final String PATH = "/api/platform/v1/captchas";

    private static JsonNode made(Tongban tongban) {
        var made = tongban.anonymous().post(PATH);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private static SolvedCaptcha solved(Tongban tongban) {
        var captcha = tongban.solvedCaptcha();
        return new SolvedCaptcha(
                UUID.fromString(captcha.path("id").asText()),
                captcha.path("answer").asText());
    }

    /** Whether the answer was taken. */
    private static boolean answered(Tongban tongban, SolvedCaptcha captcha) {
        try {
            tongban.context().getBean(Captchas.class).consume(captcha);
            return true;
        } catch (DomainException refused) {
            assertThat(refused.code()).isEqualTo(CaptchaError.CAPTCHA_WRONG);
            assertThat(refused.violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/captcha/answer"));
            return false;
        }
    }

    @Test
    void has_a_picture(Tongban tongban) throws Exception {
        var captcha = made(tongban);
        assertThat(captcha.path("expiresIn").asInt()).isEqualTo(120);
        var picture = tongban.anonymous().get(captcha.path("picture").asText());
        assertThat(picture.status()).as(picture.toString()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
        var read = ImageIO.read(new ByteArrayInputStream(picture.body()));
        assertThat(read.getWidth()).isEqualTo(240);
        var again = tongban.anonymous().get(captcha.path("picture").asText());
        assertThat(again.body()).as("many views say no more than one").isEqualTo(picture.body());
    }

    @Test
    void has_a_recording(Tongban tongban) throws Exception {
        var captcha = made(tongban);
        var audio = tongban.anonymous().get(captcha.path("audio").asText());
        assertThat(audio.status()).as(audio.toString()).isEqualTo(200);
        assertThat(audio.header("Content-Type")).isEqualTo("audio/wav");
        try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(audio.body()))) {
            var seconds = sound.getFrameLength() / sound.getFormat().getFrameRate();
            assertThat(seconds).as("six digits with their pauses").isBetween(3f, 15f);
            assertThat(Arrays.hashCode(sound.readNBytes(1000))).isNotZero();
        }
    }

    @Test
    void looks_and_sounds_like_no_other_of_the_same_digits() {
        assertThat(CaptchaPicture.draw("012345", 1)).isNotEqualTo(CaptchaPicture.draw("012345", 2));
        assertThat(CaptchaAudio.speak("6789", 1)).isNotEqualTo(CaptchaAudio.speak("6789", 2));
    }

    @Test
    void says_its_answer_in_no_answer_and_keeps_it_sealed(Tongban tongban) {
        var made = tongban.anonymous().post(PATH);
        var id = made.json().path("id").asText();
        var answer = tongban.anonymous()
                .get("/api/platform/v1/dev/captchas/" + id)
                .json()
                .path("answer")
                .asText();
        assertThat(answer).matches("[0-9]{6}");
        assertThat(made.text().replace(id, "")).doesNotContain(answer);
        assertThat(Rows.of(tongban, "select answer from core.captcha where id = cast(? as uuid)", id))
                .singleElement()
                .satisfies(row -> assertThat(new String((byte[]) row.get("answer"), StandardCharsets.ISO_8859_1))
                        .doesNotContain(answer));
    }

    @Test
    void takes_the_right_answer_once(Tongban tongban) {
        var captcha = solved(tongban);
        assertThat(answered(tongban, captcha)).isTrue();
        assertThat(answered(tongban, captcha)).isFalse();
    }

    @Test
    void takes_an_answer_in_any_width(Tongban tongban) {
        var captcha = solved(tongban);
        var wide = new StringBuilder();
        captcha.answer()
                .chars()
                .forEach(digit -> wide.append((char) (digit - '0' + '０')).append(' '));
        assertThat(answered(tongban, new SolvedCaptcha(captcha.id(), wide.toString())))
                .isTrue();
    }

    @Test
    void is_used_up_by_a_wrong_answer(Tongban tongban) {
        var captcha = solved(tongban);
        assertThat(answered(tongban, new SolvedCaptcha(captcha.id(), "no"))).isFalse();
        assertThat(answered(tongban, captcha)).isFalse();
        assertThat(tongban.anonymous()
                        .get(PATH + "/" + captcha.id() + "/picture")
                        .status())
                .isEqualTo(404);
        assertThat(tongban.anonymous().get(PATH + "/" + captcha.id() + "/audio").status())
                .isEqualTo(404);
    }

    @Test
    void is_over_after_two_minutes(Tongban tongban) {
        var early = solved(tongban);
        tongban.letCodesAge(Duration.ofSeconds(100));
        assertThat(answered(tongban, early)).isTrue();
        var late = solved(tongban);
        tongban.letCodesAge(Duration.ofSeconds(121));
        assertThat(tongban.anonymous().get(PATH + "/" + late.id() + "/picture").status())
                .isEqualTo(404);
        assertThat(answered(tongban, late)).isFalse();
    }

    @Test
    @Tag("RL-9")
    void twenty_right_answers_at_once_are_one(Tongban tongban) throws Exception {
        var captcha = solved(tongban);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> answered(tongban, captcha)));
            }
            int taken = 0;
            for (var answer : answers) {
                taken += answer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void is_not_used_up_inside_a_transaction_that_could_bring_it_back(Tongban tongban) {
        var captcha = solved(tongban);
        var transactions = tongban.context().getBean(Transactions.class);
        var captchas = tongban.context().getBean(Captchas.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.write(() -> {
                    captchas.consume(captcha);
                    return captcha;
                }));
        assertThat(answered(tongban, captcha)).isTrue();
    }

    @Test
    void what_nobody_answered_is_swept(Tongban tongban) {
        var gone = solved(tongban);
        tongban.letCodesAge(Duration.ofMinutes(1));
        var kept = solved(tongban);
        tongban.letCodesAge(Duration.ofSeconds(70));
        tongban.context().getBean(PurgeCaptchas.class).run();
        var there = "select count(*) from core.captcha where id = ?";
        assertThat(Rows.count(tongban, there, gone.id())).isZero();
        assertThat(Rows.count(tongban, there, kept.id())).isEqualTo(1);
    }
}
