package org.tongban.core.audit.trail;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of the audit trail (CO-55). */
public enum AuditError implements ErrorCode {
    AUDIT_SPAN(
            "audit-span-invalid",
            ErrorKind.BAD_REQUEST,
            "时间范围无效：起止时间须真实存在、起在止之前，导出不超过 366 天。",
            "The span is not valid: both ends must exist, from lies before until, and an export has at most 366 days."),
    AUDIT_NUMBER(
            "audit-number-unknown",
            ErrorKind.NOT_FOUND,
            "审计链尚未到达该序号。",
            "The chain does not reach up to this number yet.");

    private final Failure failure;

    AuditError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
