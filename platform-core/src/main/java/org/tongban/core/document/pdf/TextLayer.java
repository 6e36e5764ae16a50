package org.tongban.core.document.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * The text that is taken out of a PDF (CO-60). The library writes for a glyph the first of the characters that share it,
 * which for many Han characters is a radical that nobody typed or finds.
 */
final class TextLayer {
    private static final int MOST_CODES = 0xFFFF;
    private static final int BLOCK = 100;

    private TextLayer() {}

    /** Writes into every font of the document what its glyphs mean. */
    static void mend(PDDocument document, UnaryOperator<String> meant) throws IOException {
        Set<COSDictionary> mended = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var page : document.getPages()) {
            // Not by the library's fonts: it would read the programs of all of them.
            var fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            for (var name : fonts == null ? List.<COSName>of() : fonts.keySet()) {
                var font = fonts.getCOSDictionary(name);
                var known = font.getCOSStream(COSName.TO_UNICODE);
                // Several pages share a font.
                if (known != null && mended.add(font)) {
                    font.setItem(COSName.TO_UNICODE, mended(document, known, meant));
                }
            }
        }
    }

    private static PDStream mended(PDDocument document, COSStream known, UnaryOperator<String> meant)
            throws IOException {
        var texts = new TreeMap<Integer, String>();
        try (var stream = known.createInputStream()) {
            var map = new CMapParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
            for (int code = 0; code <= MOST_CODES; code++) {
                var text = map.toUnicode(code, 2);
                if (text != null) {
                    texts.put(code, meant.apply(text));
                }
            }
        }
        var made = new PDStream(document);
        try (var out = made.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(map(texts).getBytes(StandardCharsets.US_ASCII));
        }
        return made;
    }

    private static String map(Map<Integer, String> texts) {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
        var entries = texts.entrySet().iterator();
        for (int left = texts.size(); left > 0; left -= BLOCK) {
            int size = Math.min(left, BLOCK);
            map.append(size).append(" beginbfchar\n");
            for (int i = 0; i < size; i++) {
                var entry = entries.next();
                map.append("<%04X> <".formatted(entry.getKey()));
                for (var unit : entry.getValue().getBytes(StandardCharsets.UTF_16BE)) {
                    map.append("%02X".formatted(unit & 0xff));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
