package org.tongban.core.document.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.document.mark.DrawMark.Mark;
import org.tongban.core.document.pdf.LetteringFont;
import org.tongban.core.document.pdf.QrCodeReading;
import org.tongban.core.module.Title;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Marks as pictures: the two formats show the same, and a phone reads their code (CO-60, PF-52). */
@Tag("CO-60")
@Tag("PF-52")
class DrawMarkTest {
    private static final String ADDRESS = "https://tongban.example.org/verify/4JX9-0AZQ-7K2M-W3TB";
    private static final Mark MARK = mark("专利密集型产品", ADDRESS);

    private final DrawMark drawMark = new DrawMark(LetteringFont.lettering());

    private static Mark mark(String words, String address) {
        return new Mark(
                new Title(words, "Patent-intensive product"),
                "RD2026-0000001-6",
                new Title("2027年11月19日", "2027-11-19"),
                address);
    }

    private static BufferedImage read(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static NodeList paths(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getElementsByTagName("path");
    }

    /** The picture as a browser shows it, by its path data. */
    private static BufferedImage rasterised(byte[] svg, int scale) throws Exception {
        var picture = new BufferedImage(1200 * scale, 440 * scale, BufferedImage.TYPE_INT_ARGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        var paths = paths(svg);
        for (int i = 0; i < paths.getLength(); i++) {
            var path = (Element) paths.item(i);
            graphics.setColor(Color.decode(path.getAttribute("fill")));
            graphics.fill(outline(path.getAttribute("d")));
        }
        graphics.dispose();
        return picture;
    }

    private static Path2D outline(String data) {
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        var steps = Pattern.compile("([MLQCZ])([^MLQCZ]*)").matcher(data);
        while (steps.find()) {
            var points = new double[6];
            try (var numbers = new Scanner(steps.group(2))) {
                for (int i = 0; numbers.hasNext(); i++) {
                    points[i] = Double.parseDouble(numbers.next());
                }
            }
            switch (steps.group(1)) {
                case "M" -> outline.moveTo(points[0], points[1]);
                case "L" -> outline.lineTo(points[0], points[1]);
                case "Q" -> outline.quadTo(points[0], points[1], points[2], points[3]);
                case "C" -> outline.curveTo(points[0], points[1], points[2], points[3], points[4], points[5]);
                default -> outline.closePath();
            }
        }
        return outline;
    }

    @Test
    void the_code_is_read_from_both_and_leads_to_the_page_of_verification() throws Exception {
        assertThat(QrCodeReading.of(read(drawMark.png(MARK)))).isEqualTo(ADDRESS);
        assertThat(QrCodeReading.of(rasterised(drawMark.svg(MARK), 1))).isEqualTo(ADDRESS);
        assertThat(QrCodeReading.of(rasterised(drawMark.svg(MARK), 3))).isEqualTo(ADDRESS);
        var longer = ADDRESS.replace("tongban", "a-name-as-long-as-those-of-authorities-sometimes-are");
        assertThat(QrCodeReading.of(read(drawMark.png(mark("专利密集型产品", longer)))))
                .isEqualTo(longer);
    }

    @Test
    void both_show_the_same() throws Exception {
        var png = read(drawMark.png(MARK));
        var svg = rasterised(drawMark.svg(MARK), 1);
        int apart = 0;
        for (int x = 0; x < png.getWidth(); x++) {
            for (int y = 0; y < png.getHeight(); y++) {
                if (Math.abs((png.getRGB(x, y) >> 8 & 0xff) - (svg.getRGB(x, y) >> 8 & 0xff)) > 64) {
                    apart++;
                }
            }
        }
        assertThat(apart).isLessThan(20);
    }

    @Test
    void an_svg_needs_no_font_and_fetches_and_runs_nothing() throws Exception {
        var svg = new String(drawMark.svg(mark("甲<乙>&丙\"", ADDRESS)), StandardCharsets.UTF_8);
        assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("<text", "font", "script", "href", "http", "url(", "style");
        assertThat(svg).contains("<title>甲&lt;乙&gt;&amp;丙\" RD2026-0000001-6</title>");
        assertThat(paths(svg.getBytes(StandardCharsets.UTF_8)).getLength()).isPositive();
    }

    @Test
    void the_same_mark_has_the_same_bytes_and_another_has_others() {
        assertThat(drawMark.png(MARK)).isEqualTo(drawMark.png(MARK));
        assertThat(drawMark.svg(MARK)).isEqualTo(drawMark.svg(MARK));
        assertThat(drawMark.svg(mark("专利密集型产品", ADDRESS + "2"))).isNotEqualTo(drawMark.svg(MARK));
    }

    @Test
    void words_that_are_many_are_set_smaller_and_stay_on_their_side() throws Exception {
        var words = "一二三四五六七八九十一二三四五六七八九十";
        var png = read(drawMark.png(mark(words, ADDRESS)));
        for (int y = 20; y < 420; y++) {
            assertThat(new Color(png.getRGB(775, y))).isEqualTo(new Color(0x0b4f9e));
        }
        assertThat(QrCodeReading.of(png)).isEqualTo(ADDRESS);
    }
}
