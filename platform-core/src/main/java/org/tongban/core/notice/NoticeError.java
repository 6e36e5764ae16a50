package org.tongban.core.notice;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of notices (CO-34b). */
public enum NoticeError implements ErrorCode {
    NOTICE_REFUSED("notice-refused", ErrorKind.UNPROCESSABLE, "此公告不能保存。", "This notice cannot be kept."),
    OWN_NOTICE(
            "own-notice",
            ErrorKind.CONFLICT,
            "公告须由撰写者以外的人发布。",
            "A notice is published by somebody else than who wrote it."),
    NOTICE_OVER(
            "notice-over",
            ErrorKind.CONFLICT,
            "公告的展示期已过，请先修改日期。",
            "The last day of this notice is over; change its dates first.");

    private final Failure failure;

    NoticeError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
