package org.tongban.core.console;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of the console's pages (CO-47b). */
public enum ConsoleError implements ErrorCode {
    NOT_STAFF(
            "not-staff",
            ErrorKind.FORBIDDEN,
            "您的账号没有需要在工作台处理的事项。",
            "There is nothing in the console that your account may deal with.");

    private final Failure failure;

    ConsoleError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
