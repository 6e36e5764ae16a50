package org.tongban.core.web;

import org.tongban.core.module.Title;

/** A stable, machine-readable code of an error answer (CO-10); modules declare theirs as an enum. */
public interface ErrorCode {
    /** What it stands for. */
    Failure failure();

    /** The code in lower case with hyphens, unique over all modules. */
    default String code() {
        return failure().code();
    }

    /** Its kind, from which the status follows. */
    default ErrorKind kind() {
        return failure().kind();
    }

    /** One sentence: what happened and what to do. */
    default Title title() {
        return failure().title();
    }
}
