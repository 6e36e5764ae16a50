package org.tongban.core.agreement;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of agreements (CO-33). */
public enum AgreementError implements ErrorCode {
    AGREEMENTS_NOT_ACCEPTED(
            "agreements-not-accepted",
            ErrorKind.UNPROCESSABLE,
            "请阅读并同意现行版本的协议。",
            "Accept the agreements in the versions that are in force."),
    AGREEMENT_REFUSED(
            "agreement-refused",
            ErrorKind.UNPROCESSABLE,
            "此版本不能发布。",
            "This version of the agreement cannot be published."),
    AGREEMENT_IN_FORCE(
            "agreement-in-force",
            ErrorKind.CONFLICT,
            "只能撤回最近发布且尚未生效的版本。",
            "Only the last version can be taken back, and only before it comes into force.");

    private final Failure failure;

    AgreementError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
