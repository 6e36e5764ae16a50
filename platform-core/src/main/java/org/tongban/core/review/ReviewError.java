package org.tongban.core.review;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of reviews (CO-46). */
public enum ReviewError implements ErrorCode {
    CASE_NOT_CLAIMED(
            "case-not-claimed",
            ErrorKind.CONFLICT,
            "请先认领案件；案件可能已由他人认领。",
            "Claim the case first; somebody else may have claimed it."),
    CASE_ALREADY_CLAIMED(
            "case-already-claimed", ErrorKind.CONFLICT, "案件已由他人认领。", "Somebody else has claimed the case."),
    CASE_CLOSED("case-closed", ErrorKind.CONFLICT, "案件已办结。", "The case is closed."),
    OWN_CASE("own-case", ErrorKind.FORBIDDEN, "不得审核与本人或本单位有关的案件。", "Nobody reviews a case of their own."),
    OUTCOME_NOT_OFFERED(
            "outcome-not-offered",
            ErrorKind.BAD_REQUEST,
            "此类案件没有该项决定。",
            "This kind of case does not offer that decision.");

    private final Failure failure;

    ReviewError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
