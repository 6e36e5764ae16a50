package org.tongban.core.page;

import com.github.jknack.handlebars.Handlebars;
import java.lang.Character.UnicodeScript;
import org.tongban.core.module.Language;

/** Marks what is Chinese on pages that are not, so that it is read aloud as it is written (PO-3, WCAG 3.1.2). */
final class HanText {
    /** The attribute for an element that holds such text as a value. */
    private static final String ATTRIBUTE = " lang=\"" + Language.ZH.tag() + "\"";

    private HanText() {}

    /** The text, escaped, each run of Chinese in it an element of its own. */
    static Handlebars.SafeString marked(String text, Language page) {
        if (page == Language.ZH || !isIn(text)) {
            return new Handlebars.SafeString(escaped(text));
        }
        var marked = new StringBuilder();
        int written = 0;
        int from = -1;
        int end = 0;
        for (int at = 0; at < text.length(); ) {
            int next = text.offsetByCodePoints(at, 1);
            int point = text.codePointAt(at);
            var script = UnicodeScript.of(point);
            if (script == UnicodeScript.HAN || from >= 0 && isPunctuation(point)) {
                from = from < 0 ? at : from;
                end = next;
            } else if (script != UnicodeScript.COMMON && from >= 0) {
                // Digits and blanks between Han belong to them; a word of another script does not.
                written = put(marked, text, written, from, end);
                from = -1;
            }
            at = next;
        }
        if (from >= 0) {
            written = put(marked, text, written, from, end);
        }
        return new Handlebars.SafeString(marked.append(escaped(text.substring(written))));
    }

    /** The attribute of an element whose whole text or value this is; nothing where none is needed. */
    static Handlebars.SafeString attribute(String text, Language page) {
        return new Handlebars.SafeString(page == Language.ZH || !isIn(text) ? "" : ATTRIBUTE);
    }

    private static int put(StringBuilder marked, String text, int written, int from, int end) {
        marked.append(escaped(text.substring(written, from)))
                .append("<span")
                .append(ATTRIBUTE)
                .append('>')
                .append(escaped(text.substring(from, end)))
                .append("</span>");
        return end;
    }

    private static boolean isIn(String text) {
        return text.codePoints().anyMatch(point -> UnicodeScript.of(point) == UnicodeScript.HAN);
    }

    /** The blocks of CJK punctuation and of full-width forms. */
    private static boolean isPunctuation(int point) {
        return point >= 0x3000 && point <= 0x303f || point >= 0xff00 && point <= 0xffef;
    }

    private static CharSequence escaped(String text) {
        return Handlebars.Utils.escapeExpression(text);
    }
}
