package org.tongban.core.page;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of the forms of pages (CO-47b, PO-5). */
public enum PageError implements ErrorCode {
    FORM_EXPIRED(
            "form-expired",
            ErrorKind.FORBIDDEN,
            "页面停留太久，浏览器清除了 Cookie，或者表单不是从本站发出的，这一步没有办理。请返回上一页，先复制已填写的内容，再刷新页面、重新填写并提交。" + "如果一直这样，请允许浏览器保存本站的 Cookie。",
            "The page was open for long, the browser removed its cookie, or the form was not sent from this site, so"
                + " this step was not carried out. Go back, copy what you typed, load the page again, fill it in and"
                + " send it. If this goes on, allow the browser to keep the cookie of this site.");

    private final Failure failure;

    PageError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
