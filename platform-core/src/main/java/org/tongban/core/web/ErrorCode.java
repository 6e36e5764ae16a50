package org.tongban.core.web;

import org.tongban.core.module.Title;

/** A stable, machine-readable code of an error answer (CO-10); modules declare theirs as an enum. */
public interface ErrorCode {
    /** The code in lower case with hyphens, unique over all modules. */
    String code();

    /** Its kind, from which the status follows. */
    ErrorKind kind();

    /** One sentence: what happened and what to do. */
    Title title();
}
