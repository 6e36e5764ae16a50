package org.tongban.core.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.module.Title;

/** Documents as PDF: what can be read in them, taken out of them, and not smuggled into them (CO-60). */
@Tag("CO-60")
class PdfRendererTest {
    private static final Instant MADE = Instant.parse("2026-11-20T02:00:00Z");
    private static final String ADDRESS = "http://localhost:8080/verify/4JX9-0AZQ-7K2M-W3TB";
    private static final Title NONE = new Title("", "");

    private final PdfRenderer renderer = new PdfRenderer(new DocumentTemplates(), new PdfFont());

    private static Sheet sheet(String title, String holder, Map<String, String> facts) {
        return new Sheet(
                new Title(title, "Certificate of a filed product"),
                "CP2026-0000012-0",
                holder,
                "备案中心",
                new Title("2026年11月20日", "2026-11-20"),
                new Title("2026年11月20日至2029年11月19日", "2026-11-20 to 2029-11-19"),
                facts.entrySet().stream()
                        .map(fact -> new Sheet.Line(new Title("产品名称", "Product"), fact.getValue(), false))
                        .toList(),
                facts,
                "localhost:8080/verify/4JX9-0AZQ-7K2M-W3TB",
                "",
                null,
                null,
                null);
    }

    private byte[] rendered(String holder, String product) {
        return renderer.render("test/plain", sheet("备案证书", holder, Map.of("product", product)), ADDRESS, MADE);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Every character with its place on the page, in points from the upper left corner. */
    private static List<TextPosition> places(byte[] pdf) throws IOException {
        var places = new ArrayList<TextPosition>();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    places.addAll(positions);
                }
            }.getText(document);
        }
        return places;
    }

    @Test
    void the_text_is_taken_out_as_it_was_written_and_not_as_radicals_or_ligatures() throws IOException {
        var text = text(rendered("北京新联铁集团股份有限公司", "农田巡检无人机系统 first office 龙门⾓"));

        assertThat(text)
                .contains(
                        "备案证书",
                        "北京新联铁集团股份有限公司",
                        "经审核，农田巡检无人机系统",
                        "first office",
                        "CP2026-0000012-0",
                        "2026年11月20日至2029年11月19日",
                        "localhost:8080/verify/4JX9-0AZQ-7K2M-W3TB");
        assertThat(text.chars().filter(c -> c >= 0x2E80 && c <= 0x2FDF)).isEmpty();
    }

    @Test
    void it_is_a_landscape_page_with_the_font_embedded_by_what_is_used_of_it() throws IOException {
        var pdf = rendered("某单位", "某产品");
        assertThat(pdf.length).isLessThan(200_000);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth()).isBetween(841f, 843f);
            assertThat(box.getHeight()).isBetween(594f, 596f);
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
            }
            var xmp = new String(
                    document.getDocumentCatalog()
                            .getMetadata()
                            .exportXMPMetadata()
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(xmp).contains("<pdfaid:part>2</pdfaid:part>", "2026-11-20T02:00:00+00:00");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
        }
    }

    @Test
    void the_same_document_gives_the_same_bytes() {
        assertThat(rendered("某单位", "某产品")).isEqualTo(rendered("某单位", "某产品"));
    }

    @Test
    void the_qr_code_on_the_page_is_read_as_the_address() throws Exception {
        try (var document = Loader.loadPDF(rendered("某单位", "某产品"))) {
            assertThat(QrCodeReading.of(new PDFRenderer(document).renderImageWithDPI(0, 150)))
                    .isEqualTo(ADDRESS);
        }
    }

    @Test
    void rare_characters_are_there_and_what_the_font_lacks_has_a_sign_and_its_number() throws IOException {
        var text = text(rendered("㐂䶮" + Character.toString(0x2CB2E) + "堃龘", "吉野家𠮷与" + Character.toString(0x2B7CE)));

        assertThat(text).contains("㐂䶮" + Character.toString(0x2CB2E) + "堃龘", "吉野家〓与〓", "U+20BB7、U+2B7CE");
        assertThat(text).doesNotContain("#");
    }

    @Test
    void what_cannot_be_seen_is_left_out() throws IOException {
        var text = text(rendered("甲\u0000\u0007\u202E乙\uFE0F\tco\r\n丙", "x"));
        assertThat(text).contains("甲乙 co").doesNotContain("〓", "\u202E");
    }

    @Test
    void long_names_and_many_facts_stay_within_the_frame() throws IOException {
        var holder = "内蒙古自治区呼伦贝尔市鄂伦春自治旗大兴安岭农垦（集团）有限责任公司特种装备研究开发中心".repeat(2) + "W".repeat(150);
        var facts = new TreeMap<String, String>();
        for (int i = 0; i < 20; i++) {
            facts.put("fact" + i, "很长的内容".repeat(i * 3 + 1) + "x".repeat(120));
        }
        var pdf = renderer.render("test/plain", sheet("关于某某领域国家知识产权优势示范产品认定推荐证明书", holder, facts), ADDRESS, MADE);

        // The frame: 11 mm from each edge, in points.
        assertThat(places(pdf)).isNotEmpty().allSatisfy(place -> {
            assertThat(place.getXDirAdj()).isGreaterThan(31f);
            assertThat(place.getXDirAdj() + place.getWidthDirAdj()).isLessThan(842f - 31f);
            assertThat(place.getYDirAdj()).isBetween(31f, 595f - 31f);
        });
        assertThat(text(pdf).replaceAll("\\s", "")).contains(holder.replaceAll("\\s", ""), facts.get("fact19"));
    }

    @Test
    void nothing_in_a_fact_is_taken_for_markup() throws IOException {
        var hostile = "<img src=\"file:///etc/passwd\"/>&lt;{{number}}]]></style><!-- \" ' &#x41; <b>";
        assertThat(text(rendered("某单位", hostile)).replaceAll("\\s+", "")).contains(hostile.replaceAll("\\s+", ""));
    }

    @Test
    void nothing_is_fetched_from_anywhere(@TempDir Path folder) throws IOException {
        var asked = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var address = QrCode.dataAddress("x");
            var picture = Files.write(
                    folder.resolve("picture.png"),
                    Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)));
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            var pdf = renderer.render(
                    "test/fetching",
                    sheet(
                            "备案证书",
                            "某单位",
                            Map.of("url", url, "file", picture.toUri().toString())),
                    ADDRESS,
                    MADE);
            assertThat(asked).isEmpty();
            assertThat(pictures(pdf)).isEqualTo(1);
        } finally {
            server.stop(0);
        }
    }

    private static int pictures(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int count = 0;
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDImageXObject) {
                    count++;
                }
            }
            return count;
        }
    }

    @Test
    void a_receipt_runs_over_as_many_pages_as_it_needs() throws IOException {
        var facts = new ArrayList<Sheet.Line>();
        facts.add(new Sheet.Line(new Title("产品信息", "Product"), "", true));
        for (int i = 0; i < 60; i++) {
            facts.add(new Sheet.Line(new Title("第" + i + "项", "Item " + i), "内容".repeat(i + 1), false));
        }
        var sheet = new Sheet(
                new Title("提交回执", "Receipt of a submission"),
                "TN2026-0000012-0",
                "",
                "某业务",
                new Title("2026年11月20日", "2026-11-20"),
                NONE,
                facts,
                Map.of("submitted-at", "2026年11月20日 10:00"),
                "localhost:8080/verify/4JX9-0AZQ-7K2M-W3TB",
                "",
                null,
                null,
                null);
        var pdf = renderer.render("platform/receipt-of-submission", sheet, ADDRESS, MADE);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
        }
        assertThat(text(pdf)).contains("第0项", "第59项", "1 / ", "2026年11月20日 10:00收到", "TN2026-0000012-0");
    }
}
