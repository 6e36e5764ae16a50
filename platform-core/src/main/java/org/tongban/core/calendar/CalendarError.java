package org.tongban.core.calendar;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of the calendar (CO-71). */
public enum CalendarError implements ErrorCode {
    YEAR_NOT_LOADED(
            "calendar-year-not-loaded",
            ErrorKind.NOT_FOUND,
            "该年度的放假安排尚未发布。",
            "The public holidays of this year are not known yet."),
    NOTICE_REFUSED(
            "holiday-notice-refused",
            ErrorKind.UNPROCESSABLE,
            "放假安排有误，未作任何更改。",
            "The public holidays cannot be right; nothing was changed.");

    private final Failure failure;

    CalendarError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
