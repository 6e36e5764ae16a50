package org.tongban.core.console;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of the console's pages (CO-47b). */
public enum ConsoleError implements ErrorCode {
    FORM_EXPIRED(
            "form-expired",
            ErrorKind.FORBIDDEN,
            "表单已失效，或不是从本站发出的。请返回上一页，刷新后重新提交。",
            "The form is out of date or was not sent from this site. Go back, load the page again and send it once"
                    + " more."),
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
