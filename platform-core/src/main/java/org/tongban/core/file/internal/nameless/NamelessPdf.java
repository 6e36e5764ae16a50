package org.tongban.core.file.internal.nameless;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A PDF without what it says of who made it and when (ISO 32000): its information, metadata of any part, the authors of
 * notes, signatures and attached files, and what is said beside what is seen: texts for readers that speak, names of fields
 * and what stands in them. Fields become a part of their page, which shows what it did. It is written anew, so that earlier
 * versions of it are gone.
 */
final class NamelessPdf {
    private static final List<COSName> TELLING = List.of(
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("LastModified"),
            COSName.getPDFName("EmbeddedFiles"),
            COSName.AF,
            COSName.STRUCT_TREE_ROOT,
            COSName.getPDFName("ActualText"),
            COSName.getPDFName("Alt"),
            COSName.TU,
            COSName.NM);
    private static final List<COSName> OF_NOTES =
            List.of(COSName.T, COSName.M, COSName.CREATION_DATE, COSName.getPDFName("RC"));
    private static final List<COSName> OF_SIGNATURES = List.of(
            COSName.NAME,
            COSName.M,
            COSName.REASON,
            COSName.LOCATION,
            COSName.CONTACT_INFO,
            COSName.CERT,
            COSName.CONTENTS);

    private static final int MOST_DEPTH = 100;

    private NamelessPdf() {}

    /** @throws IOException where it is not one */
    static byte[] of(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            flatten(document);
            var read = document.getDocument();
            for (var key : List.copyOf(read.getXrefTable().keySet())) {
                clean(read.getObjectFromPool(key).getObject(), 0);
            }
            for (var page : document.getPages()) {
                NamelessContent.clean(document, page);
            }
            document.setDocumentInformation(new PDDocumentInformation());
            read.getTrailer().removeItem(COSName.ID);
            var written = new ByteArrayOutputStream();
            document.save(written);
            return written.toByteArray();
        }
    }

    private static void flatten(PDDocument document) throws IOException {
        var catalog = document.getDocumentCatalog();
        var form = catalog.getAcroForm(null);
        if (form != null) {
            form.setXFA(null);
            form.flatten();
            catalog.setAcroForm(null);
        }
    }

    /** What stands in the object itself; what it refers to comes by its own number. */
    private static void clean(COSBase object, int depth) throws IOException {
        if (depth > MOST_DEPTH) {
            throw new IOException("a PDF nested too deep");
        }
        if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                clean(array.get(i), depth + 1);
            }
        } else if (object instanceof COSDictionary dictionary) {
            TELLING.forEach(dictionary::removeItem);
            if (isNote(dictionary)) {
                OF_NOTES.forEach(dictionary::removeItem);
            }
            if (COSName.SIG.equals(dictionary.getCOSName(COSName.TYPE))) {
                OF_SIGNATURES.forEach(dictionary::removeItem);
            }
            if (dictionary instanceof COSStream stream) {
                clean(stream);
            }
            for (var value : List.copyOf(dictionary.getValues())) {
                clean(value, depth + 1);
            }
        }
    }

    /** A note of somebody's; a field of a form has its own name where a note has its author's. */
    private static boolean isNote(COSDictionary dictionary) {
        var kind = dictionary.getCOSName(COSName.SUBTYPE);
        return kind != null && dictionary.containsKey(COSName.RECT) && !kind.equals(COSName.getPDFName("Widget"));
    }

    /** Pictures that are whole JPEGs have their own metadata. */
    private static void clean(COSStream stream) throws IOException {
        if (!COSName.DCT_DECODE.equals(stream.getFilters())) {
            return;
        }
        byte[] cleaned;
        try (var raw = stream.createRawInputStream()) {
            cleaned = NamelessJpeg.of(raw.readAllBytes());
        }
        try (var raw = stream.createRawOutputStream()) {
            raw.write(cleaned);
        }
    }
}
