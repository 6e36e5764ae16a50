package org.tongban.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.core.HostileFile.SCRIPT;
import static org.tongban.core.HostileFile.ascii;
import static org.tongban.core.HostileFile.bytes;
import static org.tongban.core.HostileFile.chunk;
import static org.tongban.core.HostileFile.half;
import static org.tongban.core.HostileFile.join;
import static org.tongban.core.HostileFile.jpeg;
import static org.tongban.core.HostileFile.pdf;
import static org.tongban.core.HostileFile.png;
import static org.tongban.core.HostileFile.zip;
import static org.tongban.core.ProblemsTest.assertProblem;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;

/** Files that mean harm are refused or cleaned, and what was refused leaves nothing (RL-11). */
@TongbanTest
@Tag("RL-11")
@Tag("CO-35")
class HostileFilesTest {
    private static final String FILES = "/api/platform/v1/files";
    private static final String PHOTO = FILES + "?slot=trial/photo";
    private static final String ATTACHMENT = FILES + "?slot=trial/attachment";
    private static final int MOST = 50 << 20;

    private static void assertRefused(Tongban tongban, int status, String code, Map<String, byte[]> files)
            throws Exception {
        var before = FilesTest.stored(tongban);
        var writer = People.writer(tongban);
        for (var file : files.entrySet()) {
            var slot = file.getKey().startsWith("photo") ? PHOTO : ATTACHMENT;
            var refused = writer.api().bytes("POST", slot, file.getValue(), "application/octet-stream");
            assertThat(refused.status()).as(file.getKey() + ": " + refused).isEqualTo(status);
            assertProblem(refused, status, code, FILES);
        }
        FilesTest.assertNothingLeft(tongban, writer, before);
    }

    @Test
    void bombs_are_refused(Tongban tongban) throws Exception {
        var zeros = HostileFile.deflated(new byte[17 << 20]);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("flat archive", zip(new byte[101 << 20], "zeros"));
        files.put("photo with a text", png(300, 420, chunk("zTXt", join(ascii("a\0\0"), zeros))));
        files.put("photo with a profile", png(300, 420, chunk("iCCP", join(ascii("a\0\0"), zeros))));
        assertRefused(tongban, 422, "file-expands-too-far", files);
        assertRefused(
                tongban,
                422,
                "picture-too-large",
                Map.of(
                        "photo, png", png(30_000, 30_000),
                        "photo, jpeg", jpeg(30_000, 30_000),
                        "photo, bmp", HostileFile.bmp(30_000, 30_000)));
    }

    @Test
    void files_of_two_kinds_are_refused(Tongban tongban) throws Exception {
        var archive = zip(SCRIPT, "payload.html");
        var files = new LinkedHashMap<String, byte[]>();
        files.put("pdf and archive", join(pdf(""), archive));
        files.put("photo and archive", join(jpeg(300, 420), archive));
        files.put("photo and script", join(png(300, 420), SCRIPT));
        files.put("archive and script", join(archive, SCRIPT));
        assertRefused(tongban, 422, "file-holds-more", files);
        assertRefused(
                tongban,
                415,
                "file-type-not-allowed",
                Map.of(
                        "gif and script", ascii("GIF89a/*\1\0\1\0*/=alert(1)//;"),
                        "bytes before the header of a pdf", join(bytes(0, 1, 2, 3), pdf(""))));
    }

    @Test
    void active_content_is_refused(Tongban tongban) throws Exception {
        var types = ascii("<Types><Default ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>");
        var files = new LinkedHashMap<String, byte[]>();
        files.put("script of a pdf", pdf("2 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n"));
        files.put("program of a pdf", pdf("2 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n"));
        files.put("macros", zip(types, "[Content_Types].xml", "word/document.xml"));
        assertRefused(tongban, 422, "file-active", files);
        assertRefused(
                tongban,
                415,
                "file-type-not-allowed",
                Map.of(
                        "svg", ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
                        "page", join(ascii("<!DOCTYPE html><html>"), SCRIPT)));
    }

    @Test
    void a_page_named_as_a_picture_is_a_page(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        var refused = writer.api().bytes("POST", PHOTO + "&name=a.png", SCRIPT, "image/png");
        assertProblem(refused, 415, "file-type-not-allowed", FILES);
    }

    @Test
    void cut_off_files_are_refused(Tongban tongban) throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("photo, png", half(png(300, 420)));
        files.put("photo, jpeg", half(jpeg(300, 420)));
        files.put("photo, bmp", half(HostileFile.bmp(300, 420)));
        files.put("video", half(HostileFile.mp4()));
        files.put("pdf", half(pdf("")));
        files.put("archive", half(zip(SCRIPT, "a")));
        assertRefused(tongban, 422, "file-damaged", files);
        assertRefused(tongban, 400, "file-empty", Map.of("nothing", new byte[0]));
    }

    @Test
    void archives_that_lead_out_of_themselves_are_refused(Tongban tongban) throws Exception {
        assertRefused(
                tongban,
                422,
                "archive-unsafe",
                Map.of(
                        "up", zip(SCRIPT, "../../evil.sh"),
                        "absolute", zip(SCRIPT, "/etc/evil"),
                        "drive", zip(SCRIPT, "C:\\evil.bat")));
    }

    @Test
    @Tag("CO-36")
    void a_photo_too_small_is_refused_with_both_sizes(Tongban tongban) throws Exception {
        var writer = People.writer(tongban).api();
        var refused = writer.bytes("POST", PHOTO, png(295, 412), "image/png");
        assertProblem(refused, 422, "picture-too-small", FILES);
        assertThat(refused.json().path("width").asInt()).isEqualTo(295);
        assertThat(refused.json().path("height").asInt()).isEqualTo(412);
        assertThat(refused.json().path("minWidth").asInt()).isEqualTo(295);
        assertThat(refused.json().path("minHeight").asInt()).isEqualTo(413);
        assertThat(writer.bytes("POST", PHOTO, png(295, 413), "image/png").status())
                .isEqualTo(201);
    }

    @Test
    void a_name_never_names_a_path(Tongban tongban) throws Exception {
        var writer = People.writer(tongban).api();
        var asked = writer.bytes("POST", PHOTO + "&name=..%2F..%2Fetc%2Fpasswd.png", png(300, 420), "image/png");
        assertThat(asked.json().path("name").asText()).isEqualTo("passwd.png");
        var headed = writer.with("Content-Disposition", "attachment; filename=\"..\\..\\C:\\evil.exe\"")
                .bytes("POST", PHOTO, png(300, 420), "image/png");
        assertThat(headed.json().path("name").asText()).isEqualTo("evil.exe.png");
        assertThat(FilesTest.stored(tongban))
                .noneMatch(key -> key.contains("..") || key.contains("passwd") || key.contains("evil"));
    }

    @Test
    void the_position_goes_and_the_hash_is_that_of_what_is_kept(Tongban tongban) throws Exception {
        var writer = People.writer(tongban).api();
        var photo = jpeg(300, 420, HostileFile.position());
        var answer = writer.bytes("POST", PHOTO, photo, "image/jpeg");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("cleaned").asBoolean()).isTrue();
        assertThat(answer.json().path("size").asInt()).isEqualTo(photo.length);
        var kept = writer.get(answer.header("Location") + "/content").body();
        assertThat(kept).hasSameSizeAs(photo);
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("\u001f\u001f\u001f\u001f");
        assertThat(answer.json().path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(kept)));
        var clean = writer.bytes("POST", PHOTO, kept, "image/jpeg");
        assertThat(clean.json().path("cleaned").asBoolean()).isFalse();
    }

    @Test
    void an_archive_is_listed_and_one_with_a_password_is_marked(Tongban tongban) throws Exception {
        var writer = People.writer(tongban).api();
        var answer = writer.bytes(
                "POST", ATTACHMENT + "&name=%E6%8A%A5%E5%91%8A.rar", zip(SCRIPT, "a/b.html"), "application/zip");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("name").asText()).isEqualTo("报告.rar.zip");
        assertThat(answer.json().path("encrypted").asBoolean()).isFalse();
        var listing = answer.json().path("listing");
        assertThat(listing.path("entries").asInt()).isEqualTo(1);
        assertThat(listing.path("bytes").asInt()).isEqualTo(SCRIPT.length);
        assertThat(listing.path("first").path(0).path("name").asText()).isEqualTo("a/b.html");
        assertThat(writer.get(answer.header("Location")).json()).isEqualTo(answer.json());

        var locked = zip(SCRIPT, "a");
        locked[6] |= 1;
        locked[new String(locked, ISO_8859_1).indexOf("PK\u0001\u0002") + 8] |= 1;
        var marked = writer.bytes("POST", ATTACHMENT, locked, "application/zip");
        assertThat(marked.status()).as(marked.toString()).isEqualTo(201);
        assertThat(marked.json().path("encrypted").asBoolean()).isTrue();
    }

    @Test
    void the_largest_attachment_is_taken_and_one_byte_more_is_not(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        var frame = HostileFile.around(0);
        var zeros = MOST - frame[0].length - frame[1].length;
        assertThat(LargeUpload.of(tongban, writer, ATTACHMENT, () -> LargeUpload.archive(zeros))
                        .statusCode())
                .isEqualTo(201);
        var before = FilesTest.stored(tongban);
        var refused = LargeUpload.of(tongban, writer, ATTACHMENT, () -> LargeUpload.archive(zeros + 1));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("file-too-large");
        assertThat(FilesTest.stored(tongban)).isEqualTo(before);
    }

    @Test
    void a_body_that_is_shorter_than_it_says_leaves_nothing(Tongban tongban) throws Exception {
        var before = FilesTest.stored(tongban);
        var writer = People.writer(tongban);
        try (var socket =
                new Socket(tongban.address().getHost(), tongban.address().getPort())) {
            head(socket, writer, "Content-Length: 2000");
            socket.getOutputStream().write(half(png(300, 420)));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            socket.setSoTimeout(30_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .doesNotContain("HTTP/1.1 201");
        }
        await().untilAsserted(() -> FilesTest.assertNothingLeft(tongban, writer, before));
    }

    @Test
    void a_body_without_end_is_refused_once_it_is_too_long(Tongban tongban) throws Exception {
        var before = FilesTest.stored(tongban);
        var writer = People.writer(tongban);
        try (var socket =
                new Socket(tongban.address().getHost(), tongban.address().getPort())) {
            head(socket, writer, "Transfer-Encoding: chunked");
            var sender = Thread.ofVirtual().start(() -> sendForEver(socket));
            socket.setSoTimeout(30_000);
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 413");
            socket.close();
            sender.join();
        }
        FilesTest.assertNothingLeft(tongban, writer, before);
    }

    private static void head(Socket socket, People.Person writer, String length) throws IOException {
        socket.getOutputStream()
                .write(
                        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: image/png\r\n%s\r\n\r\n"
                                .formatted(PHOTO, writer.token(), length)
                                .getBytes(UTF_8));
    }

    private static void sendForEver(Socket socket) {
        try {
            var out = socket.getOutputStream();
            var endless = png(300, 420, chunk("tEXt", new byte[60_000]));
            var start = half(endless);
            write(out, start);
            while (true) {
                write(out, new byte[8192]);
            }
        } catch (IOException closed) {
            // The other end has had enough.
        }
    }

    private static void write(OutputStream out, byte[] piece) throws IOException {
        out.write("%x\r\n".formatted(piece.length).getBytes(UTF_8));
        out.write(piece);
        out.write("\r\n".getBytes(UTF_8));
    }

    @Test
    void ten_large_hostile_uploads_at_once_take_little_memory(Tongban tongban) throws Exception {
        var before = FilesTest.stored(tongban);
        var writer = People.writer(tongban);
        var grown = LargeUpload.memoryOf(10, true, tongban, writer, ATTACHMENT, () -> null);
        assertThat(grown.statuses()).hasSize(10).allMatch(status -> status == 422);
        assertThat(grown.bytes()).isLessThan(100L << 20);
        FilesTest.assertNothingLeft(tongban, writer, before);
    }

    @Test
    @Tag("CO-88")
    void of_uploads_that_do_not_say_how_long_they_are_only_some_are_taken_at_once(Tongban tongban) throws Exception {
        var before = FilesTest.stored(tongban);
        var writer = People.writer(tongban);
        var grown = LargeUpload.memoryOf(6, false, tongban, writer, ATTACHMENT, () -> {
            var refused = LargeUpload.of(tongban, writer, ATTACHMENT, () -> LargeUpload.archive(1000));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            return refused;
        });
        assertThat(grown.statuses()).hasSize(6).allMatch(status -> status == 422);
        assertThat(grown.bytes()).isLessThan(100L << 20);
        FilesTest.assertNothingLeft(tongban, writer, before);
    }
}
