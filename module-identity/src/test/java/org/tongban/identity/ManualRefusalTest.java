package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;
import static org.tongban.identity.ManualSteps.ENROLMENTS;
import static org.tongban.identity.ManualSteps.NON_MAINLAND;
import static org.tongban.identity.ManualSteps.PROJECTS;
import static org.tongban.identity.ManualSteps.projectCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.ManualSteps.Applicant;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What the manual channel refuses, and that it then has changed nothing (ID-25, ID-26). */
@TongbanTest
@Tag("ID-25")
class ManualRefusalTest {
    private static final int MANY = 32;
    private static final int MEBIBYTE = 1024 * 1024;

    private final IdentitySteps steps;
    private final ManualSteps manual;
    private final Tongban tongban;

    ManualRefusalTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
        this.manual = new ManualSteps(steps);
    }

    private static byte[] png() throws IOException {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    @Tag("CO-35")
    void an_image_needs_a_proof_the_right_type_and_no_more_than_five_megabytes() throws IOException {
        var proof = manual.proof(Applicant.fresh());
        var picture = IdentitySteps.picture();
        assertThat(manual.upload("no-such-proof", "id-page", picture, "image/jpeg")
                        .code())
                .isEqualTo("proof-refused");
        var person = Fresh.phone();
        assertThat(manual.upload(steps.personProof(person), "id-page", picture, "image/jpeg")
                        .code())
                .isEqualTo("proof-refused");
        for (var slot : new String[] {"id-page", "incorporation-page"}) {
            var refused = manual.upload(proof, slot, png(), "image/png");
            assertThat(refused.status()).isEqualTo(415);
            assertThat(refused.code()).isEqualTo("file-type-not-allowed");
            var large = Arrays.copyOf(picture, 5 * MEBIBYTE + 1);
            assertThat(manual.upload(proof, slot, large, "image/jpeg").status()).isEqualTo(413);
        }
        assertThat(manual.upload(proof, "stamped-proof", png(), "image/png").status())
                .isEqualTo(201);
    }

    @Test
    @Tag("CO-35")
    void a_proof_has_ten_files_at_a_time() {
        var proof = manual.proof(Applicant.fresh());
        for (int i = 0; i < 10; i++) {
            manual.image(proof, "stamped-proof");
        }
        assertThat(manual.upload(proof, "stamped-proof", IdentitySteps.picture(), "image/jpeg")
                        .code())
                .isEqualTo("too-many-files");
    }

    @Test
    void images_are_ones_own_of_the_right_slot_and_taken_once() {
        var applicant = Applicant.fresh();
        var form = manual.nonMainland(applicant);
        var strangers = manual.nonMainland(Applicant.fresh());
        var mixed = form.deepCopy();
        mixed.set("handlerIdImage", strangers.path("handlerIdImage"));
        mixed.set("incorporationCertificate", form.path("handlerIdImage"));
        assertThat(manual.enrol(NON_MAINLAND, mixed).violations())
                .containsExactlyInAnyOrder("/handlerIdImage file-unknown", "/incorporationCertificate file-other-slot");
        manual.enrolled(NON_MAINLAND, form);
    }

    @Test
    void the_proof_is_good_once_and_for_its_purpose_and_phone() {
        var applicant = Applicant.fresh();
        var form = manual.nonMainland(applicant);
        assertThat(manual.enrol(NON_MAINLAND, form.deepCopy().put("phoneProof", "no-such-proof"))
                        .code())
                .isEqualTo("proof-refused");
        assertThat(manual.enrol(NON_MAINLAND, form.deepCopy().put("phone", Fresh.phone()))
                        .violations())
                .containsExactly("/phoneProof other-phone");
        manual.enrolled(NON_MAINLAND, form);
        var reused = manual.enrol(NON_MAINLAND, form.deepCopy().put("username", "another_one"));
        assertThat(reused.code()).isEqualTo("proof-refused");
        var late = manual.nonMainland(Applicant.fresh());
        tongban.letCodesAge(Duration.ofMinutes(16));
        assertThat(manual.enrol(NON_MAINLAND, late).code()).isEqualTo("proof-refused");
    }

    @Test
    @Tag("CO-75")
    void the_face_is_the_handlers_and_was_shown_by_who_holds_the_proof() {
        var applicant = Applicant.fresh();
        var form = manual.nonMainland(applicant);
        var proof = form.path("phoneProof").asText();
        var another = manual.face(proof, applicant.name(), idNumber());
        assertThat(manual.enrol(NON_MAINLAND, form.deepCopy().put("faceVerification", another))
                        .code())
                .isEqualTo("face-not-verified");
        var elsewhere = manual.face(manual.proof(Applicant.fresh()), applicant.name(), applicant.idNumber());
        assertThat(manual.enrol(NON_MAINLAND, form.deepCopy().put("faceVerification", elsewhere))
                        .code())
                .isEqualTo("face-not-verified");
        assertThat(steps.signIn(IdentityRealms.HANDLER, applicant.username()).status())
                .isEqualTo(401);
        manual.enrolled(NON_MAINLAND, form);
    }

    @Test
    @Tag("ID-12")
    void fields_are_refused_all_at_once_and_a_taken_username_behind_the_proof() {
        var applicant = Applicant.fresh();
        var form = manual.nonMainland(applicant);
        var wrong = form.deepCopy()
                .put("handlerIdNumber", "330106198803071211")
                .put("password", "aaaaaaaa")
                .put("nameEn", "N");
        wrong.remove("agreement");
        assertThat(manual.enrol(NON_MAINLAND, wrong).violations())
                .contains("/handlerIdNumber check-digit", "/nameEn min-length", "/agreement required")
                .anyMatch(violation -> violation.startsWith("/password "));
        var taken = Applicant.fresh();
        manual.enrolled(NON_MAINLAND, manual.nonMainland(taken));
        assertThat(manual.enrol(NON_MAINLAND, form.deepCopy().put("username", taken.username()))
                        .code())
                .isEqualTo("login-taken");
        manual.enrolled(NON_MAINLAND, form);
    }

    @Test
    @Tag("ID-26")
    void a_project_needs_the_answer_of_its_captcha_and_a_code_with_the_right_digit() {
        var form = manual.project(Applicant.fresh(), projectCode());
        var wrong = form.deepCopy();
        wrong.withObject("/captcha").put("answer", "0");
        assertThat(manual.enrol(PROJECTS, wrong).code()).isEqualTo("captcha-wrong");
        assertThat(manual.enrol(PROJECTS, form).code())
                .as("an answer, right or wrong, uses the captcha up")
                .isEqualTo("captcha-wrong");
        form.set("captcha", tongban.solvedCaptcha());
        assertThat(manual.enrol(PROJECTS, form.deepCopy().put("projectCode", "X13302110401139851"))
                        .violations())
                .containsExactly("/projectCode check-digit");
        manual.enrolled(PROJECTS, form);
    }

    @Test
    void of_32_that_hand_one_form_in_one_wins() throws Exception {
        var form = manual.nonMainland(Applicant.fresh());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            Callable<Answer> send = () -> {
                start.await();
                return manual.enrol(NON_MAINLAND, form);
            };
            var sent =
                    IntStream.range(0, MANY).mapToObj(i -> threads.submit(send)).toList();
            start.countDown();
            var codes = new ArrayList<String>();
            for (var one : sent) {
                var answer = one.get();
                codes.add(answer.status() == 201 ? "won" : answer.code());
            }
            assertThat(codes).filteredOn("won"::equals).hasSize(1);
            assertThat(codes)
                    .filteredOn(code -> !code.equals("won"))
                    .hasSize(MANY - 1)
                    .isSubsetOf("face-not-verified", "proof-refused");
        }
    }

    @Test
    @Tag("CO-28")
    @Tag("CO-36")
    void an_enrolment_and_its_images_are_for_the_applicant_and_the_officers() {
        var applicant = Applicant.fresh();
        var form = manual.nonMainland(applicant);
        var id = manual.enrolled(NON_MAINLAND, form).path("id").asText();
        var other = Applicant.fresh();
        manual.enrolled(NON_MAINLAND, manual.nonMainland(other));
        var stranger = manual.as(other);
        assertThat(stranger.get(ENROLMENTS + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.with("If-Match", "\"1\"")
                        .put(ENROLMENTS + "/" + id + "/non-mainland", object())
                        .status())
                .isEqualTo(404);
        assertThat(tongban.anonymous().get(ENROLMENTS + "/" + id).status()).isEqualTo(401);
        var image = PLATFORM + "/files/" + form.path("handlerIdImage").asText() + "/content";
        assertThat(steps.as(steps.person()).get(image).status()).isEqualTo(404);
        assertThat(tongban.as("admin").get(image).status()).isEqualTo(404);
        var seen = tongban.as("identity-reviewer").get(image);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(tongban.as("identity-reviewer")
                        .post(PLATFORM + "/files/" + form.path("handlerIdImage").asText() + "/url")
                        .code())
                .isEqualTo("file-streamed-only");
    }

    @Test
    @Tag("CO-46")
    void a_case_is_decided_once_by_an_officer_who_may_and_only_what_was_returned_comes_back() {
        var applicant = Applicant.fresh();
        var id = manual.enrolled(NON_MAINLAND, manual.nonMainland(applicant))
                .path("id")
                .asText();
        var api = manual.as(applicant);
        var unit = object().put("nameZh", "南洋仪器有限公司");
        assertThat(manual.resubmit(api, id, "non-mainland", unit).code()).isEqualTo("illegal-move");
        assertThat(upload(api, id, "incorporation-page").code()).isEqualTo("illegal-move");
        var review = PLATFORM + "/reviews/" + manual.review(id).path("id").asText();
        var organisation = tongban.as("admin");
        assertThat(organisation.get(review).status()).isIn(403, 404);
        assertThat(organisation.post(review + "/claim").status()).isIn(403, 404);
        steps.decide(id, "{'decision': 'return', 'reason': '开业证书不清晰。'}");
        var officer = tongban.as("identity-reviewer");
        assertThat(officer.post(review + "/claim").code()).isEqualTo("case-closed");
        var again = Checklists.ticked(officer, review, Api.json("{'decision': 'approve'}"));
        assertThat(officer.post(review + "/decision", again).status()).isEqualTo(409);

        assertThat(upload(api, id, "stamped-proof").code()).isEqualTo("file-not-expected");
        assertThat(api.put(ENROLMENTS + "/" + id + "/non-mainland", unit).status())
                .isEqualTo(428);
        assertThat(api.with("If-Match", "\"999\"")
                        .put(ENROLMENTS + "/" + id + "/non-mainland", unit)
                        .status())
                .isEqualTo(412);
        assertThat(manual.resubmit(api, id, "project", object()).status()).isEqualTo(404);
        var bad = unit.deepCopy().put("handlerName", "别人").put("password", IdentitySteps.PASSWORD);
        assertThat(manual.resubmit(api, id, "non-mainland", bad).violations())
                .containsExactlyInAnyOrder(
                        "/handlerName not-changeable",
                        "/password not-changeable",
                        "/nameEn required",
                        "/incorporationCertificate required",
                        "/handlerIdImage required");
        assertThat(api.get(ENROLMENTS + "/" + id).json().path("state").asText()).isEqualTo("returned");
    }

    private static Answer upload(Api applicant, String enrolment, String slot) {
        return applicant.bytes(
                "POST",
                ENROLMENTS + "/" + enrolment + "/files?slot=identity/" + slot,
                IdentitySteps.picture(),
                "image/jpeg");
    }

    @Test
    void the_holder_of_a_proof_cannot_reach_what_needs_an_account() {
        var proof = manual.proof(Applicant.fresh());
        var image = manual.image(proof, "id-page");
        assertThat(Stream.of("/files/" + image, "/files/" + image + "/content", "/public/files/" + image)
                        .map(path -> manual.holding(proof).get(PLATFORM + path).status()))
                .containsExactly(401, 401, 404);
    }
}
