package org.tongban.core.page;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of the forms of pages (CO-47b, PO-5). */
public enum PageError implements ErrorCode {
    FORM_EXPIRED(
            "form-expired",
            ErrorKind.FORBIDDEN,
            "表单已失效，或不是从本站发出的。请返回上一页，刷新后重新提交。",
            "The form is out of date or was not sent from this site. Go back, load the page again and send it once"
                    + " more.");

    private final Failure failure;

    PageError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
