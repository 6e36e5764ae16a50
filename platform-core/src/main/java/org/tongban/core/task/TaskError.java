package org.tongban.core.task;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of work that is waited for (CO-88). */
public enum TaskError implements ErrorCode {
    OVERLOADED(
            "overloaded", ErrorKind.UNAVAILABLE, "系统繁忙，请稍后再试。", "There is too much to do just now; try again shortly.");

    private final Failure failure;

    TaskError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
