package org.tongban.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The parts of a form with files, as browsers send them. */
@Tag("PO-4")
class MultipartBodyTest {
    private static final String BOUNDARY = "----tongban";

    private static HttpRequest<?> request(String type) {
        return HttpRequest.POST("/", "").header("Content-Type", type);
    }

    private static MultipartBody body(byte[] bytes) {
        return MultipartBody.of(request("multipart/form-data; boundary=" + BOUNDARY), new ByteArrayInputStream(bytes));
    }

    private static void add(ByteArrayOutputStream body, String headers, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ended(ByteArrayOutputStream body) {
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    @Test
    void gives_fields_and_files_of_every_size_as_they_were_sent() throws IOException {
        var random = new Random(7);
        for (int size : new int[] {0, 1, 10, 16_370, 16_371, 16_372, 16_373, 16_384, 16_385, 100_000}) {
            var content = new byte[size];
            random.nextBytes(content);
            // What looks like a delimiter and is none.
            var near = ("\r\n--" + BOUNDARY.substring(1) + "\r\n--").getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(near, 0, content, 0, Math.min(near.length, size));
            var sent = new ByteArrayOutputStream();
            add(sent, "Content-Disposition: form-data; name=\"/content\"", "异议\r\n内容".getBytes(StandardCharsets.UTF_8));
            add(
                    sent,
                    "Content-Disposition: form-data; name=\"/evidence\"; filename=\"证据%22一.pdf\"\r\n"
                            + "Content-Type: application/pdf",
                    content);
            add(sent, "Content-Disposition: form-data; name=\"/evidence\"; filename=\"\"", new byte[0]);
            var body = body(ended(sent));

            var field = body.next();
            assertThat(field).isNotNull();
            assertThat(field.file()).isNull();
            assertThat(field.name()).isEqualTo("/content");
            assertThat(field.text(100)).isEqualTo("异议\r\n内容");
            var file = body.next();
            assertThat(file).isNotNull();
            assertThat(file.file()).isEqualTo("证据\"一.pdf");
            assertThat(file.type()).isEqualTo("application/pdf");
            assertThat(file.content().readAllBytes()).as("%d bytes", size).isEqualTo(content);
            var none = body.next();
            assertThat(none).isNotNull();
            assertThat(none.file()).isEmpty();
            assertThat(body.next()).isNull();
            assertThat(body.next()).isNull();
        }
    }

    @Test
    void skips_what_nobody_read_of_a_part() {
        var sent = new ByteArrayOutputStream();
        add(sent, "Content-Disposition: form-data; name=\"a\"", new byte[50_000]);
        add(sent, "Content-Disposition: form-data; name=\"b\"", "x".getBytes(StandardCharsets.UTF_8));
        var body = body(ended(sent));

        assertThat(body.next()).isNotNull();
        var second = body.next();
        assertThat(second).isNotNull();
        assertThat(second.text(1)).isEqualTo("x");
    }

    @Test
    void refuses_what_is_cut_short_or_too_long_or_of_another_kind() {
        var sent = new ByteArrayOutputStream();
        add(sent, "Content-Disposition: form-data; name=\"a\"", new byte[5000]);
        var whole = ended(sent);
        for (int length : new int[] {0, 5, 13, 40, 70, 3000, 5060}) {
            assertThatThrownBy(() -> {
                        var body = body(Arrays.copyOf(whole, length));
                        var part = body.next();
                        assertThat(part).isNotNull();
                        part.text(10_000);
                    })
                    .as("%d bytes", length)
                    .isInstanceOf(DomainException.class);
        }
        var part = body(whole).next();
        assertThat(part).isNotNull();
        assertThatThrownBy(() -> part.text(4999)).hasMessageContaining("too-large");
        var stream = new ByteArrayInputStream(whole);
        for (var type :
                new String[] {"multipart/form-data", "text/plain; boundary=x", "multipart/form-data; boundary="}) {
            assertThatThrownBy(() -> MultipartBody.of(request(type), stream)).isInstanceOf(DomainException.class);
        }
        var endless = new ByteArrayOutputStream();
        add(endless, "X: " + "x".repeat(20_000), new byte[0]);
        assertThatThrownBy(() -> body(ended(endless)).next()).isInstanceOf(DomainException.class);
    }
}
