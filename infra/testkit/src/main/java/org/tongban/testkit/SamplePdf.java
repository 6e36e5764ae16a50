package org.tongban.testkit;

import java.nio.charset.StandardCharsets;

/** A PDF of one empty page, for whatever wants a file. */
public final class SamplePdf {
    private static final String PAGE = """
        %PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 72 72]>> endobj
        """;
    private static final String END = """
        trailer <</Root 1 0 R /Size 4>>
        %%EOF
        """;

    private SamplePdf() {}

    /** One of a few hundred bytes. */
    public static byte[] small() {
        return written(0);
    }

    /** One of so many bytes and a few hundred more, which are comments. */
    public static byte[] large(int size) {
        return written(size);
    }

    private static byte[] written(int padding) {
        var comments = ("%" + "x".repeat(78) + "\n").repeat(padding / 80);
        return (PAGE + comments + END).getBytes(StandardCharsets.US_ASCII);
    }
}
