package org.tongban.core.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Downloads: what staff publish, what everybody gets (CO-34). */
@TongbanTest
@Tag("CO-34")
class DownloadsTest {
    private static final String DOWNLOADS = "/api/platform/v1/downloads";
    private static final String BLANK = DOWNLOADS + "/trial/blank";
    private static final String TABLE = DOWNLOADS + "/trial/table";
    private static final String GUIDE = DOWNLOADS + "/trial/guide";

    private final Tongban tongban;
    private final Api admin;

    DownloadsTest(Tongban tongban) {
        this.tongban = tongban;
        admin = tongban.as("admin");
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.4\n% " + text + "\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String uploaded(Api by, byte[] content) {
        var answer = by.bytes(
                "POST", "/api/platform/v1/files?slot=platform/content&name=blank.pdf", content, "application/pdf");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private static JsonNode file(String id) {
        return Api.json("{'file': '%s'}".formatted(id));
    }

    private Answer published(String download, String text) {
        return admin.post(download + "/versions", file(uploaded(admin, pdf(text))));
    }

    private int version(String download, String text) {
        var answer = published(download, text);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("version").asInt();
    }

    /** What somebody gets who follows the address that forms point to. */
    private byte[] got(String download) {
        var answer = tongban.anonymous().get(download + "/file");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("attachment").contains("blank.pdf");
        return answer.body();
    }

    @Test
    void everybody_gets_the_version_published_last() {
        var first = version(BLANK, "first");
        assertThat(got(BLANK)).isEqualTo(pdf("first"));
        var second = version(BLANK, "second");
        assertThat(second).isEqualTo(first + 1);
        assertThat(got(BLANK)).isEqualTo(pdf("second"));

        var shown = tongban.anonymous().get(BLANK).json();
        assertThat(shown.path("href").asText()).isEqualTo(BLANK + "/file");
        assertThat(shown.path("module").asText()).isEqualTo("trial");
        assertThat(shown.path("current").path("version").asInt()).isEqualTo(second);
        assertThat(shown.path("current").path("size").asInt()).isEqualTo(pdf("second").length);
        var versions = tongban.anonymous().get(BLANK + "/versions").json().path("items");
        assertThat(versions.get(0).path("version").asInt()).isEqualTo(second);
        assertThat(versions.get(1).path("version").asInt()).isEqualTo(first);
        var listed = tongban.anonymous().get(DOWNLOADS + "?module=trial").json().path("items");
        assertThat(listed.valueStream().map(one -> one.path("id").asText()))
                .containsExactly("trial/blank", "trial/guide", "trial/table");
        assertThat(tongban.anonymous().get(DOWNLOADS + "?module=none").json().path("items"))
                .isEmpty();
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where action = 'platform.download.publish'"
                                + " and subject_id = ?",
                        UUID.fromString(shown.path("current").path("id").asText())))
                .isEqualTo(1);
    }

    @Test
    void a_version_taken_back_gives_way_to_the_one_before() {
        version(TABLE, "right");
        var wrong = published(TABLE, "wrong").json();
        var number = wrong.path("version").asInt();

        assertThat(admin.delete(TABLE + "/versions/" + number).status()).isEqualTo(204);

        assertThat(got(TABLE)).isEqualTo(pdf("right"));
        assertThat(tongban.anonymous().get(wrong.path("href").asText()).status())
                .isEqualTo(404);
        assertThat(tongban.anonymous()
                        .get(TABLE + "/versions")
                        .json()
                        .path("items")
                        .valueStream())
                .noneMatch(one -> one.path("version").asInt() == number);
        assertRefused(admin.delete(TABLE + "/versions/" + number), 404, "not-found");
        assertThat(version(TABLE, "next")).isEqualTo(number + 1);
    }

    @Test
    void what_nobody_published_leads_nowhere() {
        assertThat(tongban.anonymous().get(GUIDE).json().has("current")).isFalse();
        assertRefused(tongban.anonymous().get(GUIDE + "/file"), 404, "not-found");
        for (var unknown : List.of("/trial/none", "/none/blank")) {
            assertRefused(tongban.anonymous().get(DOWNLOADS + unknown), 404, "not-found");
            assertRefused(tongban.anonymous().get(DOWNLOADS + unknown + "/file"), 404, "not-found");
            assertRefused(tongban.anonymous().get(DOWNLOADS + unknown + "/versions"), 404, "not-found");
            assertRefused(
                    admin.post(DOWNLOADS + unknown + "/versions", file(uploaded(admin, pdf("x")))), 404, "not-found");
            assertRefused(admin.delete(DOWNLOADS + unknown + "/versions/1"), 404, "not-found");
        }
    }

    @Test
    void a_file_serves_one_version_and_only_its_uploader_publishes_it() {
        var file = uploaded(admin, pdf("once"));
        assertThat(admin.post(BLANK + "/versions", file(file)).status()).isEqualTo(201);
        var again = admin.post(BLANK + "/versions", file(file));
        assertRefused(again, 422, "download-refused");
        assertThat(again.violations()).containsExactly("/file file-taken");

        var unknown = admin.post(BLANK + "/versions", file(UUID.randomUUID().toString()));
        assertRefused(unknown, 422, "download-refused");
        assertThat(unknown.violations()).containsExactly("/file file-unknown");
    }

    @Test
    void only_those_who_publish_publish() {
        var writer = People.writer(tongban).api();
        var refused = writer.bytes(
                "POST", "/api/platform/v1/files?slot=platform/content&name=a.pdf", pdf("x"), "application/pdf");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(writer.post(BLANK + "/versions", file(UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(403);
        assertThat(writer.delete(BLANK + "/versions/1").status()).isEqualTo(403);
        assertThat(tongban.anonymous().delete(BLANK + "/versions/1").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'file': 1}", "{'file': 'x'}", "{'file': null}", "[]", "{'file': '', 'more': 1}"})
    void a_body_that_names_no_file_is_refused(String body) {
        assertThat(admin.post(BLANK + "/versions", Api.json(body)).status()).isEqualTo(400);
    }

    @Test
    void versions_published_at_once_get_numbers_of_their_own() throws Exception {
        var publications = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            var text = "parallel " + i;
            publications.add(() -> version(BLANK, text));
        }
        var numbers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number : threads.invokeAll(publications)) {
                numbers.add(number.get());
            }
        }
        assertThat(numbers).doesNotHaveDuplicates();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
