package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.ProblemsTest.assertProblem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Files come in for a slot, belong to somebody, and go when nothing holds them (CO-35 to CO-37). */
@TongbanTest
@Tag("CO-35")
class FilesTest {
    private static final String FILES = "/api/platform/v1/files";
    private static final String SLOT = FILES + "?slot=trial/picture";

    private static Answer uploaded(Api api, byte[] content, String type) {
        return api.bytes("POST", SLOT, content, type);
    }

    private static String picture(Api api) {
        var answer = uploaded(api, png(), "image/png");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private static String noteWith(Api api, String picture) {
        var body = ((ObjectNode) Notes.body("with picture")).put("picture", picture);
        var answer = api.post(Notes.PATH, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return Notes.PATH + "/" + answer.json().path("id").asText();
    }

    static Set<String> stored(Tongban tongban) throws Exception {
        var environment = tongban.servers().environment();
        var client = MinioClient.builder()
                .endpoint(environment.get("S3_ENDPOINT"))
                .region(environment.getOrDefault("S3_REGION", "us-east-1"))
                .credentials(environment.get("S3_ACCESS_KEY"), environment.get("S3_SECRET_KEY"))
                .build();
        var keys = new TreeSet<String>();
        for (var item : client.listObjects(ListObjectsArgs.builder()
                .bucket(environment.get("S3_BUCKET"))
                .recursive(true)
                .build())) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    private static byte[] png() {
        return png(new byte[0]);
    }

    /** A picture of one dot, with a text of any length in it. */
    private static byte[] png(byte[] text) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(1)
                        .putInt(1)
                        .put(new byte[] {8, 0, 0, 0, 0})
                        .array());
        chunk(out, "tEXt", text);
        var pixels = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(pixels)) {
            deflater.write(new byte[2]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        chunk(out, "IDAT", pixels.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        var crc = new CRC32();
        var name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] pngOf(int bytes) {
        return png(new byte[bytes - png().length]);
    }

    private static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    @Tag("CO-36")
    void a_picture_is_stored_and_comes_back_byte_for_byte(Tongban tongban) throws Exception {
        var writer = People.writer(tongban).api();
        var answer = uploaded(writer, png(), "image/png");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var file = answer.json();
        assertThat(file.path("type").asText()).isEqualTo("image/png");
        assertThat(file.path("state").asText()).isEqualTo("clean");
        assertThat(file.path("size").asInt()).isEqualTo(png().length);
        assertThat(file.path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(png())));
        var path = answer.header("Location");
        assertThat(writer.get(path).json()).isEqualTo(file);
        var content = writer.get(path + "/content");
        assertThat(content.body()).isEqualTo(png());
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Type")).isEqualTo("image/png");
        assertThat(content.header("Content-Disposition")).isNotEmpty();
    }

    @Test
    void a_pdf_is_taken_where_its_slot_takes_it(Tongban tongban) {
        var answer = uploaded(People.writer(tongban).api(), pdf(), "application/pdf");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("type").asText()).isEqualTo("application/pdf");
    }

    @Test
    @Tag("CO-35")
    void the_content_decides_the_type_where_the_sender_does_not_say_it(Tongban tongban) {
        var answer =
                People.writer(tongban).api().bytes("POST", SLOT + "&name=a.exe", pdf(), "application/octet-stream");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("type").asText()).isEqualTo("application/pdf");
    }

    @Test
    @Tag("RL-11")
    void a_type_that_lies_about_the_content_is_refused(Tongban tongban) throws Exception {
        var before = stored(tongban);
        var writer = People.writer(tongban);
        for (var lie : new String[] {"image/png", "IMAGE/JPEG", "multipart/form-data; boundary=x"}) {
            var refused = writer.api().bytes("POST", SLOT, pdf(), lie);
            assertProblem(refused, 415, "file-type-not-allowed", FILES);
            assertThat(refused.json().path("found").asText()).isEqualTo("application/pdf");
        }
        assertNothingLeft(tongban, writer, before);
    }

    @Test
    @Tag("RL-11")
    void a_type_that_the_slot_does_not_take_is_refused_whatever_it_says(Tongban tongban) throws Exception {
        var before = stored(tongban);
        var writer = People.writer(tongban);
        var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        assertProblem(uploaded(writer.api(), page, "image/png"), 415, "file-type-not-allowed", FILES);
        var bitmap = new byte[100];
        bitmap[0] = 'B';
        bitmap[1] = 'M';
        assertThat(uploaded(writer.api(), bitmap, "image/png").status()).isEqualTo(415);
        assertNothingLeft(tongban, writer, before);
    }

    @Test
    @Tag("RL-11")
    void a_file_of_two_kinds_is_refused(Tongban tongban) throws Exception {
        var before = stored(tongban);
        var writer = People.writer(tongban);
        var both = new ByteArrayOutputStream();
        both.writeBytes(png());
        both.writeBytes("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        assertProblem(uploaded(writer.api(), both.toByteArray(), "image/png"), 422, "file-holds-more", FILES);
        assertNothingLeft(tongban, writer, before);
    }

    @Test
    @Tag("RL-11")
    void a_file_cut_off_is_refused(Tongban tongban) throws Exception {
        var before = stored(tongban);
        var writer = People.writer(tongban);
        var cut = Arrays.copyOf(png(), png().length - 6);
        assertProblem(uploaded(writer.api(), cut, "image/png"), 422, "file-damaged", FILES);
        assertNothingLeft(tongban, writer, before);
    }

    @Test
    void the_largest_file_of_a_slot_is_taken_and_one_byte_more_is_not(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        assertThat(uploaded(writer.api(), pngOf(TrialModule.MOST_BYTES), "image/png")
                        .status())
                .isEqualTo(201);
        var before = stored(tongban);
        var tooLarge = uploaded(writer.api(), pngOf(TrialModule.MOST_BYTES + 1), "image/png");
        assertProblem(tooLarge, 413, "file-too-large", FILES);
        assertThat(stored(tongban)).isEqualTo(before);
    }

    @Test
    void one_byte_more_is_refused_too_where_the_length_was_not_told(Tongban tongban) throws Exception {
        var before = stored(tongban);
        var writer = People.writer(tongban);
        var content = pngOf(TrialModule.MOST_BYTES + 1);
        var request = HttpRequest.newBuilder(tongban.address().resolve(SLOT))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + writer.token())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(413);
        }
        assertNothingLeft(tongban, writer, before);
    }

    static void assertNothingLeft(Tongban tongban, People.Person uploader, Set<String> before) throws Exception {
        assertThat(stored(tongban)).isEqualTo(before);
        assertThat(Rows.count(tongban, "select count(*) from core.file where uploader = ?", uploader.account()))
                .isZero();
    }

    @Test
    void an_empty_file_is_refused(Tongban tongban) {
        assertProblem(uploaded(People.writer(tongban).api(), new byte[0], "image/png"), 400, "file-empty", FILES);
    }

    @Test
    void an_unknown_slot_is_refused_and_so_is_none(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var unknown = writer.bytes("POST", FILES + "?slot=trial/nothing", png(), "image/png");
        assertProblem(unknown, 400, "file-slot-unknown", FILES);
        var none = writer.bytes("POST", FILES, png(), "image/png");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.violations()).containsExactly("/slot required");
    }

    @Test
    @Tag("CO-28")
    void a_slot_with_a_permission_takes_nothing_from_who_lacks_it(Tongban tongban) {
        var imports = FILES + "?slot=platform/csv-import";
        var table = "number,title\n1,a\n".getBytes(StandardCharsets.UTF_8);
        assertProblem(People.writer(tongban).api().bytes("POST", imports, table, "text/csv"), 403, "forbidden", FILES);
        assertThat(tongban.as("admin").bytes("POST", imports, table, "text/csv").status())
                .isEqualTo(201);
    }

    @Test
    void a_field_holds_no_more_files_than_its_slot_says(Tongban tongban) {
        var writer = People.writer(tongban);
        var caller = new Caller(writer.account(), Ids.next(), writer.realm(), Set.of(), null, null, null);
        var first = UUID.fromString(picture(writer.api()));
        var second = UUID.fromString(picture(writer.api()));
        var files = tongban.context().getBean(Files.class);
        var refused = tongban.context()
                .getBean(Transactions.class)
                .read(() -> files.unattachable(
                        caller,
                        new LinkedHashSet<>(List.of(first, second)),
                        "trial/picture",
                        new RecordRef("trial/note", Ids.next())));
        assertThat(refused).containsOnlyKeys(second);
        assertThat(refused.get(second).code()).isEqualTo("too-many-files");
    }

    @Test
    void nobody_uploads_without_an_account(Tongban tongban) {
        assertThat(uploaded(tongban.anonymous(), png(), "image/png").status()).isEqualTo(401);
    }

    @Test
    @Tag("CO-36")
    void anothers_file_does_not_exist(Tongban tongban) {
        var picture = picture(People.writer(tongban).api());
        var other = People.writer(tongban).api();
        assertThat(other.get(FILES + "/" + picture).status()).isEqualTo(404);
        assertThat(other.get(FILES + "/" + picture + "/content").status()).isEqualTo(404);
        assertThat(other.post(Notes.PATH, ((ObjectNode) Notes.body("a")).put("picture", picture))
                        .violations())
                .containsExactly("/picture file-unknown");
    }

    @Test
    @Tag("CO-36")
    void access_follows_the_record_that_holds_the_file(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var picture = picture(writer);
        var content = FILES + "/" + picture + "/content";
        assertThat(tongban.as("reviewer").get(content).status()).isEqualTo(404);
        noteWith(writer, picture);
        assertThat(tongban.as("reviewer").get(content).status()).isEqualTo(200);
        assertThat(writer.get(content).status()).isEqualTo(200);
        assertThat(People.writer(tongban).api().get(content).status()).isEqualTo(404);
    }

    @Test
    @Tag("CO-36")
    void a_file_is_public_once_its_record_makes_it_so(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var picture = picture(writer);
        var note = noteWith(writer, picture);
        var open = "/api/platform/v1/public/files/" + picture;
        assertThat(tongban.anonymous().get(open).status()).isEqualTo(404);
        var reviewer = tongban.as("reviewer");
        Notes.decided(reviewer, Notes.review(reviewer, Notes.number(writer, note)), "approve");
        assertThat(tongban.anonymous().get(open).body()).isEqualTo(png());
    }

    @Test
    @Tag("CO-37")
    void a_file_is_held_by_one_record(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var picture = picture(writer);
        noteWith(writer, picture);
        var second = writer.post(Notes.PATH, ((ObjectNode) Notes.body("second")).put("picture", picture));
        assertThat(second.violations()).containsExactly("/picture file-taken");
    }

    @Test
    @Tag("CO-37")
    void what_no_record_took_is_deleted_after_a_day_and_what_one_took_is_kept(Tongban tongban) throws Exception {
        var writer = People.writer(tongban).api();
        var left = picture(writer);
        var kept = picture(writer);
        noteWith(writer, kept);
        var sweep = tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("platform.delete-unattached-files"))
                .findFirst()
                .orElseThrow();
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofHours(23)));
        sweep.run();
        assertThat(writer.get(FILES + "/" + left).status()).isEqualTo(200);
        var key = Rows.of(tongban, "select storage_key from core.file where id = ?", UUID.fromString(left))
                .getFirst()
                .get("storage_key")
                .toString();
        assertThat(stored(tongban)).contains(key);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofHours(25)));
        sweep.run();
        assertThat(writer.get(FILES + "/" + left).status()).isEqualTo(404);
        assertThat(stored(tongban)).doesNotContain(key);
        assertThat(writer.get(FILES + "/" + kept + "/content").body()).isEqualTo(png());
    }
}
