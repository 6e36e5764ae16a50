package org.tongban.core.file.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.core.file.PdfFile.FILES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.file.PdfFile;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Files go out by the platform, or by an address at the store for a while, to who may read them then (CO-36). */
@TongbanTest
@Tag("CO-36")
class FileLinksTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Tongban tongban;
    private final People.Person writer;
    private final byte[] content = PdfFile.bytes();
    private final String file;

    FileLinksTest(Tongban tongban) {
        this.tongban = tongban;
        this.writer = People.writer(tongban);
        // 证明 "1".pdf: what a header cannot hold as it is.
        this.file = PdfFile.uploaded(writer.api(), content, "%E8%AF%81%E6%98%8E%201.pdf");
    }

    private static String link(Api api, String file) {
        var answer = api.post(FILES + "/" + file + "/url");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("url").asText();
    }

    private static HttpResponse<byte[]> sent(String method, String url, String... headers)
            throws IOException, InterruptedException {
        var body = method.equals("PUT") ? BodyPublishers.ofString("other") : BodyPublishers.noBody();
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private String noteWithFile() {
        var answer = writer.api().post(Notes.PATH, ((ObjectNode) Notes.body("a")).put("picture", file));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void an_address_serves_the_file_from_the_store_to_be_saved_under_its_name() throws Exception {
        var answer = writer.api().post(FILES + "/" + file + "/url");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var url = answer.json().path("url").asText();
        assertThat(url)
                .startsWith(tongban.servers().environment().get("S3_ENDPOINT"))
                .contains("X-Amz-Expires=300");
        assertThat(Instant.parse(answer.json().path("expiresAt").asText()))
                .isBetween(Instant.now().plusSeconds(200), Instant.now().plusSeconds(400));
        var served = sent("GET", url);
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(content);
        assertThat(served.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(served.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E8%AF%81%E6%98%8E%201.pdf");
        assertThat(sent("GET", url, "Range", "bytes=0-3").body()).isEqualTo("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @Tag("CO-55")
    void the_trail_says_that_an_address_was_given_and_not_which() {
        link(writer.api(), file);
        assertThat(Rows.of(
                        tongban,
                        "select cast(digest as text) as digest from core.audit_record where subject_id = ? and action ="
                                + " 'platform.file.link'",
                        UUID.fromString(file)))
                .singleElement()
                .satisfies(row -> assertThat(row.get("digest").toString()).doesNotContain("http"));
    }

    @Test
    void an_address_is_for_one_object_and_one_method() throws Exception {
        var url = link(writer.api(), file);
        var other = PdfFile.uploaded(writer.api(), PdfFile.bytes(), "other.pdf");
        var otherPath = URI.create(link(writer.api(), other)).getPath();
        assertThat(sent("GET", url.replace(URI.create(url).getPath(), otherPath))
                        .statusCode())
                .isEqualTo(403);
        assertThat(sent("PUT", url).statusCode()).isEqualTo(403);
        assertThat(sent("DELETE", url).statusCode()).isEqualTo(403);
        assertThat(sent("GET", url).body()).isEqualTo(content);
    }

    @Test
    void a_forged_address_and_one_without_a_signature_fetch_nothing() throws Exception {
        var url = link(writer.api(), file);
        var signature = url.substring(url.indexOf("X-Amz-Signature=") + "X-Amz-Signature=".length());
        var forged =
                url.replace(signature, signature.replace(signature.charAt(0), signature.charAt(0) == '0' ? '1' : '0'));
        assertThat(forged).isNotEqualTo(url);
        assertThat(sent("GET", forged).statusCode()).isEqualTo(403);
        assertThat(sent("GET", url.replace("X-Amz-Expires=300", "X-Amz-Expires=3000"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(sent("GET", url.replace("attachment", "inline")).statusCode())
                .isEqualTo(403);
        assertThat(sent("GET", url.substring(0, url.indexOf('?'))).statusCode()).isEqualTo(403);
    }

    @Test
    void an_address_ends_with_its_time() {
        var key = Rows.of(tongban, "select storage_key from core.file where id = ?", UUID.fromString(file))
                .getFirst()
                .get("storage_key")
                .toString();
        var store = tongban.context().getBean(ObjectStore.class);
        var url = store.presign(key, Duration.ofSeconds(1), "application/pdf", "attachment")
                .toString();
        await().atMost(Duration.ofSeconds(30)).until(() -> sent("GET", url).statusCode() == 403);
    }

    @Test
    void an_address_is_given_to_who_may_read_the_record_at_that_moment() {
        var reviewer = tongban.as("reviewer");
        var path = FILES + "/" + file + "/url";
        assertRefused(reviewer.post(path), 404, "file-not-found");
        noteWithFile();
        assertThat(link(reviewer, file)).isNotEmpty();
        assertRefused(People.writer(tongban).api().post(path), 404, "file-not-found");
        assertThat(tongban.anonymous().post(path).status()).isEqualTo(401);
    }

    @Test
    void whose_access_is_withdrawn_is_served_nothing_from_that_moment() {
        var note = noteWithFile();
        var content = FILES + "/" + file + "/content";
        assertThat(writer.api().get(content).status()).isEqualTo(200);
        var successor = People.writer(tongban);
        Rows.change(
                tongban, "update trial.note set owner = ? where id = ?", successor.account(), UUID.fromString(note));
        assertRefused(writer.api().get(content), 403, "file-access-withdrawn");
        assertRefused(writer.api().get(FILES + "/" + file), 403, "file-access-withdrawn");
        assertRefused(writer.api().post(FILES + "/" + file + "/url"), 403, "file-access-withdrawn");
        assertThat(successor.api().get(content).status()).isEqualTo(200);
    }

    @Test
    @Tag("CO-55")
    @Tag("CO-58")
    void a_file_that_may_show_an_identity_document_has_no_address_and_reading_it_is_in_the_trail() {
        var proof = Proofs.ofPhone(
                tongban, tongban.anonymous(), People.writer(tongban).realm(), "lost-phone", People.phone());
        var page = tongban.anonymous()
                .with("Code-Proof", proof)
                .bytes(
                        "POST",
                        "/api/platform/v1/public/files?slot=platform/account-proof",
                        PdfFile.bytes(),
                        "application/pdf");
        assertThat(page.status()).as(page.toString()).isEqualTo(201);
        var id = page.json().path("id").asText();
        Rows.change(tongban, "update core.file set uploader = ? where id = ?", writer.account(), UUID.fromString(id));
        assertThat(writer.api().get(FILES + "/" + id + "/content").status()).isEqualTo(200);
        assertRefused(writer.api().post(FILES + "/" + id + "/url"), 409, "file-streamed-only");
        assertThat(readings(id)).isEqualTo(1);
    }

    @Test
    @Tag("CO-55")
    void reading_any_other_file_is_not_in_the_trail() {
        assertThat(writer.api().get(FILES + "/" + file + "/content").status()).isEqualTo(200);
        assertThat(readings(file)).isZero();
    }

    private long readings(String id) {
        return Rows.count(
                tongban,
                "select count(*) from core.audit_record where subject_id = ? and account = ?"
                        + " and action = 'platform.file.read-identity' and outcome = 'done'",
                UUID.fromString(id),
                writer.account());
    }

    @Test
    void the_platform_serves_ranges_under_the_true_name_and_lets_no_browser_guess() {
        var path = FILES + "/" + file + "/content";
        var whole = writer.api().get(path);
        assertThat(whole.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E8%AF%81%E6%98%8E%201.pdf");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        var part = writer.api().with("Range", "bytes=1-3").get(path);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("PDF");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 1-3/" + content.length);
        var end = writer.api().with("Range", "bytes=-6").get(path);
        assertThat(end.text()).isEqualTo("%%EOF\n");
    }

    @Test
    void a_range_outside_the_file_is_refused_with_its_length_and_one_in_error_is_passed_over() {
        var path = FILES + "/" + file + "/content";
        for (var outside :
                new String[] {"bytes=%d-".formatted(content.length), "bytes=-0", "bytes=99999999999999999999-"}) {
            var refused = writer.api().with("Range", outside).get(path);
            assertRefused(refused, 416, "range-not-satisfiable");
            assertThat(refused.header("Content-Range")).as(outside).isEqualTo("bytes */" + content.length);
            assertThat(refused.json().path("size").asInt()).isEqualTo(content.length);
        }
        for (var wrong : new String[] {"bytes=9-3", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "%PDF"}) {
            var whole = writer.api().with("Range", wrong).get(path);
            assertThat(whole.status()).as(wrong).isEqualTo(200);
            assertThat(whole.body()).isEqualTo(content);
            assertThat(whole.header("Content-Range")).isEmpty();
        }
    }

    @Test
    void a_range_of_a_version_that_is_gone_gets_the_whole() {
        var path = FILES + "/" + file + "/content";
        var part = writer.api().with("Range", "bytes=1-3");
        var etag = writer.api().get(path).etag();
        assertThat(part.with("If-Range", etag).get(path).text()).isEqualTo("PDF");
        assertThat(part.with("If-Range", "\"other\"").get(path).body()).isEqualTo(content);
        assertThat(part.with("If-None-Match", etag).get(path).status()).isEqualTo(304);
    }

    @Test
    void head_tells_length_type_and_tag_of_the_whole_as_get_does() {
        var path = FILES + "/" + file + "/content";
        var whole = writer.api().get(path);
        for (var range : new String[] {"bytes=1-3", "bytes=%d-".formatted(content.length), "none"}) {
            var head = writer.api().unchecked().with("Range", range).empty("HEAD", path);
            assertThat(head.status()).as(range).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(content.length));
            for (var same :
                    new String[] {"Content-Type", "Content-Disposition", "ETag", "Accept-Ranges", "Cache-Control"}) {
                assertThat(head.header(same)).as(same).isNotEmpty().isEqualTo(whole.header(same));
            }
        }
        assertThat(writer.api()
                        .unchecked()
                        .with("If-None-Match", whole.etag())
                        .empty("HEAD", path)
                        .status())
                .isEqualTo(304);
    }
}
