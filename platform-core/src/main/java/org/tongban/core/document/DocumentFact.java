package org.tongban.core.document;

import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;

/**
 * A titled value on a document (CO-60).
 *
 * @param name by which the template has it as {@code fact.<name>}; empty where nothing names it
 * @param value plain text; empty in a heading
 * @param shown whether everybody who has the code sees it, and the signed payload holds it
 * @param valueEn what the page of verification says for the value in English, the name of an industry say; null where the
 *     value itself is said. Paper and payload have the value alone
 */
public record DocumentFact(
        String name,
        Title title,
        String value,
        boolean shown,
        @Nullable String valueEn) {
    /** A fact that is said as it stands in every language. */
    public DocumentFact(String name, Title title, String value, boolean shown) {
        this(name, title, value, shown, null);
    }

    /** A fact that everybody may see who has the document's code. */
    public static DocumentFact shown(String name, Title title, String value) {
        return new DocumentFact(name, title, value, true);
    }

    /** The same of a value that has a name in English too. */
    public static DocumentFact shown(String name, Title title, Title value) {
        return new DocumentFact(name, title, value.zh(), true, value.en());
    }

    /** A fact that stands on the document alone. */
    public static DocumentFact onPaper(String name, Title title, String value) {
        return new DocumentFact(name, title, value, false);
    }

    /** A heading over the facts that follow it; on paper alone. */
    public static DocumentFact heading(Title title) {
        return new DocumentFact("", title, "", false);
    }

    /** The value as people read it who read that language. */
    public String valueIn(Language language) {
        return switch (language) {
            case ZH -> value;
            case EN -> valueEn == null ? value : valueEn;
        };
    }

    /** Whether it is a heading. */
    public boolean titleOnly() {
        return name.isEmpty() && value.isEmpty();
    }
}
