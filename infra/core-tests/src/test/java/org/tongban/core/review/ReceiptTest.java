package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.audit.chain.CanonicalJson;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Receipts of submissions, and what is found by the number on them (CO-15). */
@TongbanTest
@Tag("CO-15")
class ReceiptTest {
    private static final String NUMBERS = "/api/platform/v1/numbers/";

    private final Tongban tongban;

    ReceiptTest(Tongban tongban) {
        this.tongban = tongban;
    }

    private static String text(Answer pdf) throws Exception {
        assertThat(pdf.status()).as(pdf.toString()).isEqualTo(200);
        try (var document = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @Tag("CO-60")
    void the_receipt_says_what_was_handed_in_when_and_under_which_number() throws Exception {
        var writer = People.writer(tongban).api();
        var number = Notes.submitted(writer, "回执的记录");

        var text = text(writer.get(Notes.mine(writer, number) + "/receipt"));

        assertThat(text).contains("提交回执", number, "2026年11月20日", "记录审核", "回执的记录", "12", "/verify/");
        var code = code(number);
        var verified = tongban.anonymous().get("/api/platform/v1/public/documents/" + code);
        assertThat(verified.json().path("number").asText()).isEqualTo(number);
        assertThat(verified.json().path("state").asText()).isEqualTo("valid");
        // What was handed in is the applicant's: whoever has the code sees the kind and the time alone.
        assertThat(verified.text()).contains("记录审核").doesNotContain("回执的记录");
    }

    @Test
    void the_receipt_has_the_hash_of_the_submission_and_of_each_file() throws Exception {
        var writer = People.writer(tongban).api();
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
        var file = Notes.right(
                        writer.bytes("POST", "/api/platform/v1/files?slot=trial/picture", pdf, "application/pdf"), 201)
                .json();
        var note = Notes.right(
                        writer.post(
                                Notes.PATH,
                                Api.json("{'name': 'hashed', 'amount': 12, 'picture': '%s'}"
                                        .formatted(file.path("id").asText()))),
                        201)
                .json();
        var mine = Notes.mine(
                writer, Notes.number(writer, Notes.PATH + "/" + note.path("id").asText()));

        var text = joined(text(writer.get(mine + "/receipt")));

        var snapshot = CanonicalJson.of(writer.get(mine).json().path("snapshot"));
        assertThat(text)
                .contains(
                        "提交内容SHA-256",
                        sha256(snapshot.getBytes(StandardCharsets.UTF_8)),
                        "SHA-256" + file.path("sha256").asText());
        assertThat(file.path("sha256").asText()).isEqualTo(sha256(pdf));
    }

    @Test
    @Tag("CO-46d")
    void the_receipt_of_a_re_examination_says_what_was_asked() throws Exception {
        var writer = People.writer(tongban).api();
        var reviewer = tongban.as("reviewer");
        var number = Notes.submitted(writer, "again");
        Notes.right(Notes.decided(reviewer, Notes.review(reviewer, number), "reject"), 200);
        var ask = "{'caseNumber': '%s', 'reason': '数据统计口径有误，请重新核对。'}".formatted(number);
        var asked = Notes.right(writer.post("/api/platform/v1/me/re-examinations", Api.json(ask)), 201)
                .json();

        var path = "/api/platform/v1/me/cases/" + asked.path("id").asText() + "/receipt";

        assertThat(joined(text(writer.get(path)))).contains(number, "数据统计口径有误，请重新核对。");
    }

    private static String joined(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String code(String number) {
        return Rows.of(tongban, "select code from core.document where number = ?", number)
                .getFirst()
                .get("code")
                .toString();
    }

    @Test
    void several_who_ask_at_once_get_one_receipt() throws Exception {
        var writer = People.writer(tongban).api();
        var number = Notes.submitted(writer, "at once");
        var path = Notes.mine(writer, number) + "/receipt";
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 6; i++) {
            requests.add(() -> writer.get(path));
        }
        var tags = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                tags.add(answer.get().etag());
            }
        }
        assertThat(tags.stream().distinct()).hasSize(1).doesNotContain("");
        assertThat(Rows.count(tongban, "select count(*) from core.document where number = ?", number))
                .isEqualTo(1);
    }

    @Test
    void nobody_gets_the_receipt_of_another() {
        var writer = People.writer(tongban).api();
        var path = Notes.mine(writer, Notes.submitted(writer, "mine")) + "/receipt";
        var refused = People.writer(tongban).api().get(path);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("not-found");
        assertThat(writer.get("/api/platform/v1/me/cases/" + UUID.randomUUID() + "/receipt")
                        .status())
                .isEqualTo(404);
        assertThat(tongban.anonymous().get(path).status()).isEqualTo(401);
    }

    @Test
    void staff_find_a_case_by_its_number_however_it_is_told() {
        var writer = People.writer(tongban).api();
        var number = Notes.submitted(writer, "found");
        var reviewer = tongban.as("reviewer");
        for (var told : new String[] {
            number,
            number.toLowerCase(Locale.ROOT),
            number.replace("-", ""),
            number.replace("-", "%20"),
            number.replace("-", "%EF%BC%8D"),
            "%EF%BC%B4" + number.substring(1)
        }) {
            var found = reviewer.get(NUMBERS + told);
            assertThat(found.status()).as(told + " " + found).isEqualTo(200);
            assertThat(found.json().path("number").asText()).isEqualTo(number);
            assertThat(found.json().at("/items/0/kind").asText()).isEqualTo("review");
            assertThat(reviewer.get(found.json().at("/items/0/href").asText()).status())
                    .isEqualTo(200);
            assertThat(reviewer.get("/api/platform/v1/reviews?number=" + told)
                            .json()
                            .path("items"))
                    .hasSize(1);
            assertThat(writer.get("/api/platform/v1/me/cases?number=" + told)
                            .json()
                            .path("items"))
                    .hasSize(1);
        }
    }

    @Test
    void a_certificate_is_found_by_its_number_too() {
        var holder = People.writer(tongban).api();
        Notes.approved(tongban, holder, "certified");
        var mine = holder.get("/api/platform/v1/me/documents").json().at("/items/0");
        var found = tongban.as("reviewer").get(NUMBERS + mine.path("number").asText());
        assertThat(found.json().at("/items/0/kind").asText()).isEqualTo("document");
        assertThat(tongban.anonymous()
                        .get(found.json().at("/items/0/href").asText())
                        .json()
                        .path("number"))
                .isEqualTo(mine.path("number"));
    }

    @Test
    void a_number_that_cannot_be_one_is_refused_with_the_reason() {
        var writer = People.writer(tongban).api();
        var number = Notes.submitted(writer, "wrong digit");
        var last = number.charAt(number.length() - 1);
        var wrong = number.substring(0, number.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        var reviewer = tongban.as("reviewer");
        for (var path : new String[] {NUMBERS, "/api/platform/v1/reviews?number="}) {
            assertInvalid(reviewer.get(path + wrong), "/number check-digit");
            assertInvalid(reviewer.get(path + "TN2026"), "/number shape");
        }
        assertInvalid(writer.get("/api/platform/v1/me/cases?number=" + wrong), "/number check-digit");
    }

    private static void assertInvalid(Answer answer, String violation) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-input");
        assertThat(answer.violations()).containsExactly(violation);
    }

    @Test
    void a_number_is_found_by_those_alone_who_may_look_at_what_it_names() {
        var number = Notes.submitted(People.writer(tongban).api(), "not yours");
        var other = People.staff(tongban, TrialModule.OTHER_REVIEWER).api();
        assertThat(other.get(NUMBERS + number).status()).isEqualTo(404);
        assertThat(other.get(NUMBERS + number).code()).isEqualTo("not-found");
        assertThat(People.writer(tongban).api().get(NUMBERS + number).status()).isEqualTo(403);
        assertThat(tongban.anonymous().get(NUMBERS + number).status()).isEqualTo(401);
    }
}
