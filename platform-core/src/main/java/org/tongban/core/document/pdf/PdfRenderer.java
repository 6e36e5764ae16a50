package org.tongban.core.document.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Singleton;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.tongban.core.module.Title;

/**
 * Renders documents as PDF/A-2u (CO-60): the font embedded by what is used of it, the text to be taken out as it was
 * written, nothing fetched from anywhere. What is the same gives the same bytes. To be called on a thread for work that
 * keeps a processor busy. Thread-safe.
 */
@Singleton
public class PdfRenderer {
    private static final String PICTURE = "data:image/png;base64,";

    private static final DateTimeFormatter XMP_DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final DocumentTemplates templates;
    private final PdfFont font;

    PdfRenderer(DocumentTemplates templates, PdfFont font) {
        this.templates = templates;
        this.font = font;
    }

    /**
     * The document as PDF.
     *
     * @param sheet what it shows, its texts as they were given
     * @param address what its QR code holds
     * @param made what it says of when it was made
     */
    public byte[] render(String template, Sheet sheet, String address, Instant made) {
        var html = templates.html(template, covered(sheet, address));
        try {
            return finished(drawn(html), made);
        } catch (IOException e) {
            throw new UncheckedIOException(template, e);
        }
    }

    private byte[] drawn(String html) throws IOException {
        var lent = font.take();
        try (var document = new PDDocument()) {
            var pdf = new ByteArrayOutputStream();
            var builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            var face = new PDFontSupplier(PDType0Font.load(document, lent, true));
            builder.useFont(face, PdfFont.FAMILY, 400, FontStyle.NORMAL, true);
            for (var moment : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith(PICTURE), moment);
            }
            builder.withHtmlContent(html, null);
            builder.toStream(pdf);
            builder.run();
            return pdf.toByteArray();
        } finally {
            font.giveBack(lent);
        }
    }

    private byte[] finished(byte[] drawn, Instant made) throws IOException {
        try (var document = Loader.loadPDF(drawn)) {
            TextLayer.mend(document, font::meant);
            date(document, made);
            // The one of the renderer holds the time of rendering.
            document.getDocument().getTrailer().removeItem(COSName.ID);
            document.setDocumentId(made.toEpochMilli());
            var pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    /** Both places that tell it have to tell the same. */
    private static void date(PDDocument document, Instant made) throws IOException {
        var time = made.atZone(ZoneOffset.UTC).withNano(0);
        document.getDocumentInformation().setCreationDate(GregorianCalendar.from(time));
        var catalog = document.getDocumentCatalog();
        try (var stream = catalog.getMetadata().exportXMPMetadata()) {
            var xmp = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var dated = xmp.replaceAll("(<xmp:(Create|Modify|Metadata)Date>)[^<]*", "$1" + XMP_DATE.format(time));
            var metadata = new PDMetadata(document);
            metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
            catalog.setMetadata(metadata);
        }
    }

    private Sheet covered(Sheet sheet, String address) {
        var missing = new LinkedHashSet<String>();
        var title = cover(sheet.title(), missing);
        var holder = cover(sheet.holder(), missing);
        var facts = sheet.facts().stream()
                .map(line -> new Sheet.Line(cover(line.title(), missing), cover(line.value(), missing), line.heading()))
                .toList();
        var fact = sheet.fact().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey(), entry -> cover(entry.getValue(), missing)));
        var issuer = cover(sheet.issuer(), missing);
        return new Sheet(
                title,
                sheet.number(),
                holder,
                issuer,
                sheet.issuedOn(),
                sheet.validity(),
                facts,
                fact,
                sheet.address(),
                QrCode.dataAddress(address),
                sheet.seal(),
                sheet.revokedOn(),
                missing.isEmpty() ? null : String.join("、", missing));
    }

    private Title cover(Title title, Set<String> missing) {
        return new Title(cover(title.zh(), missing), cover(title.en(), missing));
    }

    private String cover(String text, Set<String> missing) {
        var covered = font.cover(text);
        missing.addAll(covered.missing());
        return covered.text();
    }
}
