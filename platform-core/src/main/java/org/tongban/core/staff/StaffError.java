package org.tongban.core.staff;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of the administration of staff (CO-29). */
public enum StaffError implements ErrorCode {
    STAFF_REFUSED("staff-refused", ErrorKind.UNPROCESSABLE, "工作人员信息不符合要求。", "The account cannot be like this."),
    OWN_ACCOUNT(
            "own-account",
            ErrorKind.FORBIDDEN,
            "不得更改本人的账号，请由其他管理员办理。",
            "Nobody changes their own account; ask another administrator."),
    LAST_ADMINISTRATOR(
            "last-administrator",
            ErrorKind.CONFLICT,
            "这是最后一名全国范围的管理员，请先指定另一名。",
            "This is the last administrator for the whole country; appoint another one first.");

    private final Failure failure;

    StaffError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
