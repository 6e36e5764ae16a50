package org.tongban.core.message;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of messages (CO-41). */
public enum MessageError implements ErrorCode {
    RECEIPT_REFUSED(
            "receipt-refused",
            ErrorKind.UNAUTHENTICATED,
            "无法确认回执来自短信服务商。",
            "The receipt does not prove that it comes from the provider."),
    MESSAGE_NOT_STUCK(
            "message-not-stuck",
            ErrorKind.CONFLICT,
            "该消息已不在待处理之列。",
            "The message was not given up, or somebody has settled it already.");

    private final Failure failure;

    MessageError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
