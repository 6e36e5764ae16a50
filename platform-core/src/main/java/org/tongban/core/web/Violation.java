package org.tongban.core.web;

import org.tongban.core.module.Title;

/**
 * One thing wrong with the input (CO-10).
 *
 * @param pointer JSON pointer into the document, {@code ""} for the whole
 * @param code a stable code, say {@code required} or {@code check-digit}
 */
public record Violation(String pointer, String code, Title message) {
    /** The same violation below {@code prefix}, a JSON pointer such as {@code /product}. */
    public Violation under(String prefix) {
        return new Violation(prefix + pointer, code, message);
    }
}
