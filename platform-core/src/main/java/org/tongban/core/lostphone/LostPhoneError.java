package org.tongban.core.lostphone;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of requests for another phone (CO-24b). */
public enum LostPhoneError implements ErrorCode {
    LOST_PHONE_REFUSED(
            "lost-phone-refused", ErrorKind.UNPROCESSABLE, "申诉内容不符合要求。", "The request cannot be taken like this."),
    REQUEST_OVER(
            "request-over", ErrorKind.CONFLICT, "该申诉已结束，不能停止。", "The request is over; there is nothing left to stop.");

    private final Failure failure;

    LostPhoneError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
