package org.tongban.core.document;

import org.tongban.core.module.Title;

/**
 * A titled value on a document (CO-60).
 *
 * @param name by which the template has it as {@code fact.<name>}; empty where nothing names it
 * @param value plain text; empty in a heading
 * @param shown whether everybody who has the code sees it, and the signed payload holds it
 */
public record DocumentFact(String name, Title title, String value, boolean shown) {
    /** A fact that everybody may see who has the document's code. */
    public static DocumentFact shown(String name, Title title, String value) {
        return new DocumentFact(name, title, value, true);
    }

    /** A fact that stands on the document alone. */
    public static DocumentFact onPaper(String name, Title title, String value) {
        return new DocumentFact(name, title, value, false);
    }

    /** A heading over the facts that follow it; on paper alone. */
    public static DocumentFact heading(Title title) {
        return new DocumentFact("", title, "", false);
    }

    /** Whether it is a heading. */
    public boolean titleOnly() {
        return name.isEmpty() && value.isEmpty();
    }
}
