package org.tongban.core.document.pdf;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one font of documents, Noto Sans SC (CO-60): which characters it has, and which of several that share a glyph is
 * meant. It is read at the first use. Thread-safe.
 */
@Singleton
class PdfFont {
    static final String FAMILY = "Noto Sans SC";

    /** Stands for a character that the font lacks, as printers have always put it. */
    static final String GETA = "〓";

    private static final String FILE = "/fonts/NotoSansSC_400Regular.ttf";

    private final ConcurrentLinkedDeque<TrueTypeFont> idle = new ConcurrentLinkedDeque<>();

    /** The file and what is known of its characters. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Loaded(byte[] file, CmapLookup glyphs, Map<Integer, String> meant) {}

    /** A text with a sign in place of every character that the font lacks. */
    record Covered(String text, Set<String> missing) {}

    /**
     * The font, read: one of as many as draw at the same time, since reading it takes longer than drawing a page. Whoever
     * has it gives it back by {@link #giveBack}.
     */
    TrueTypeFont take() throws IOException {
        var kept = idle.poll();
        return kept != null ? kept : new TTFParser().parse(new RandomAccessReadBuffer(Holder.FONT.file()));
    }

    void giveBack(TrueTypeFont font) {
        idle.push(font);
    }

    /** What the font can show of a text: no control characters, and signs for what it lacks. */
    Covered cover(String text) {
        var glyphs = Holder.FONT.glyphs();
        var covered = new StringBuilder(text.length());
        var missing = new LinkedHashSet<String>();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (c == '\n') {
                covered.append('\n');
            } else if (Character.isWhitespace(c)) {
                covered.append(' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || isVariation(c)) {
                // Nothing to be seen: neither kept nor missed.
                return;
            } else if (glyphs.getGlyphId(c) == 0) {
                covered.append(GETA);
                missing.add("U+%04X".formatted(c));
            } else {
                covered.appendCodePoint(c);
            }
        });
        return new Covered(covered.toString(), missing);
    }

    /**
     * The characters that somebody wrote where a glyph is known by another: a radical shares its glyph with the character
     * that it is, and two letters theirs with a ligature.
     */
    String meant(String extracted) {
        var meant = Holder.FONT.meant();
        return extracted
                .codePoints()
                .mapToObj(c -> meant.getOrDefault(c, Character.toString(c)))
                .collect(Collectors.joining());
    }

    private static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    /** Reads the font at the first use. */
    private static final class Holder {
        static final Loaded FONT = load();
    }

    private static Loaded load() {
        try (var stream = PdfFont.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + FILE);
            }
            var file = stream.readAllBytes();
            try (var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                var glyphs = font.getUnicodeCmapLookup();
                return new Loaded(file, glyphs, meant(glyphs));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Map<Integer, String> meant(CmapLookup glyphs) {
        var meant = new HashMap<Integer, String>();
        for (int c = 0x2E80; c <= 0xFB06; c = c == 0x2FDF ? 0xF900 : c + 1) {
            if (isStandIn(c) && glyphs.getGlyphId(c) != 0) {
                meant.put(c, character(c, glyphs.getCharCodes(glyphs.getGlyphId(c))));
            }
        }
        return Map.copyOf(meant);
    }

    private static String character(int standIn, List<Integer> sharing) {
        return sharing.stream()
                .filter(c -> !isStandIn(c))
                .findFirst()
                .map(Character::toString)
                .orElseGet(() -> Normalizer.normalize(Character.toString(standIn), Normalizer.Form.NFKC));
    }

    /** Radicals, compatibility ideographs and ligatures. */
    private static boolean isStandIn(int c) {
        return c >= 0x2E80 && c <= 0x2FDF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFB00 && c <= 0xFB06;
    }
}
