package org.tongban.core.web;

import org.tongban.core.module.Title;

/**
 * What one error code stands for (CO-10): each constant of an error enum holds one.
 *
 * @param code in lower case with hyphens, unique over all modules
 * @param kind its kind, from which the status follows
 * @param title one sentence: what happened and what to do
 */
public record Failure(String code, ErrorKind kind, Title title) {
    /** The same with the sentence in Chinese and in English. */
    public Failure(String code, ErrorKind kind, String zh, String en) {
        this(code, kind, new Title(zh, en));
    }
}
