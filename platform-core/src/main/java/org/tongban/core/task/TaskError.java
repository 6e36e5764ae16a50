package org.tongban.core.task;

import org.tongban.core.module.Title;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;

/** The errors of work that is waited for (CO-88). */
public enum TaskError implements ErrorCode {
    OVERLOADED(
            "overloaded", ErrorKind.UNAVAILABLE, "系统繁忙，请稍后再试。", "There is too much to do just now; try again shortly.");

    private final String code;
    private final ErrorKind kind;
    private final Title title;

    TaskError(String code, ErrorKind kind, String zh, String en) {
        this.code = code;
        this.kind = kind;
        this.title = new Title(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public Title title() {
        return title;
    }
}
