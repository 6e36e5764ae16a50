package org.tongban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a notice in the pieces that a page shows (CO-34b): nothing in it is taken for HTML. */
final class NoticeText {
    private static final String ITEM = "- ";
    private static final Pattern PARAGRAPHS = Pattern.compile("\n[ \n]*\n");

    /** An address ends before the punctuation of the sentence that it stands in. */
    private static final Pattern ADDRESS = Pattern.compile("https://[A-Za-z0-9\\-._~:/?#@!$&'*+,;=%]*[A-Za-z0-9/=_-]");

    private NoticeText() {}

    /** A paragraph, or a list where {@code list} is true; each line in spans. */
    public record Block(boolean list, List<Line> lines) {}

    /** A line of a paragraph, or an entry of a list. */
    public record Line(List<Span> spans) {}

    /** A piece of text; {@code href} where it is an address. */
    public record Span(String text, @Nullable String href) {}

    static List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        for (var paragraph : PARAGRAPHS.split(text.strip())) {
            var plain = new ArrayList<Line>();
            var items = new ArrayList<Line>();
            for (var line : paragraph.split("\n")) {
                boolean item = line.startsWith(ITEM);
                flush(blocks, item ? plain : items, !item);
                (item ? items : plain).add(line(item ? line.substring(ITEM.length()) : line));
            }
            flush(blocks, plain, false);
            flush(blocks, items, true);
        }
        return blocks;
    }

    private static void flush(List<Block> blocks, List<Line> lines, boolean list) {
        if (!lines.isEmpty()) {
            blocks.add(new Block(list, List.copyOf(lines)));
            lines.clear();
        }
    }

    private static Line line(String text) {
        var spans = new ArrayList<Span>();
        var address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            if (address.start() > from) {
                spans.add(new Span(text.substring(from, address.start()), null));
            }
            spans.add(new Span(address.group(), address.group()));
            from = address.end();
        }
        if (from < text.length()) {
            spans.add(new Span(text.substring(from), null));
        }
        return new Line(spans);
    }
}
