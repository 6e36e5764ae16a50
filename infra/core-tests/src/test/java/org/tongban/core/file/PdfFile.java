package org.tongban.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tongban.testkit.Api;

/** A page to upload, and its upload for a note's picture. */
public final class PdfFile {
    /** Where files are. */
    public static final String FILES = "/api/platform/v1/files";

    private PdfFile() {}

    /** A page that differs from every other by what it holds inside. */
    public static byte[] bytes(String inside) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%" + inside
                        + "\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Such a page. */
    public static byte[] bytes() {
        return bytes(UUID.randomUUID().toString());
    }

    /** Uploads a page and answers its id. */
    public static String uploaded(Api api, byte[] content, String name) {
        var answer = api.bytes("POST", FILES + "?slot=trial/picture&name=" + name, content, "application/pdf");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }
}
