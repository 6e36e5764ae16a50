package org.tongban.filing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Files that say who made them, wherever their format has a place for it (PF-61). */
final class SignedFiles {
    private SignedFiles() {}

    static byte[] pdf() {
        return """
            %PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R /Metadata 5 0 R /AcroForm <</Fields [7 0 R]>>>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /PieceInfo <</X (Zhou Mingyuan)>>
              /Contents 6 0 R /Annots [7 0 R] /Resources <<>>>> endobj
            4 0 obj <</Author (Zhou Mingyuan) /Title (zhou-mingyuan)>> endobj
            5 0 obj <</Type /Metadata /Subtype /XML /Length 13>>
            stream
            Zhou Mingyuan
            endstream
            endobj
            6 0 obj <</Length 59>>
            stream
            /Span <</ActualText (Zhou Mingyuan)>> BDC 0 0 5 5 re f EMC
            endstream
            endobj
            7 0 obj <</Type /Annot /Subtype /Widget /FT /Tx /P 3 0 R /Rect [9 9 60 20] /T (Zhou Mingyuan)
              /TU (zhou-mingyuan) /NM (Zhou Mingyuan) /V (Zhou Mingyuan) /AP <</N 8 0 R>>>> endobj
            8 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 51 11] /Length 14>>
            stream
            7 7 31 3 re f
            endstream
            endobj
            trailer <</Root 1 0 R /Info 4 0 R /Size 9>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);
    }

    /** A PNG with a text between its header and its data. */
    static byte[] png() {
        var plain = FilingSteps.picture();
        var text = "Author\0Zhou Mingyuan".getBytes(StandardCharsets.ISO_8859_1);
        var typed = new byte[text.length + 4];
        System.arraycopy("tEXt".getBytes(StandardCharsets.ISO_8859_1), 0, typed, 0, 4);
        System.arraycopy(text, 0, typed, 4, text.length);
        var crc = new CRC32();
        crc.update(typed);
        int header = 33;
        return ByteBuffer.allocate(plain.length + typed.length + 8)
                .put(plain, 0, header)
                .putInt(text.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .put(plain, header, plain.length - header)
                .array();
    }
}
