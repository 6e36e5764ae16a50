package org.tongban.template;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** Why the module refuses a request. */
public enum TemplateProgrammeError implements ErrorCode {
    INCOMPLETE(
            "template-programme-incomplete",
            ErrorKind.UNPROCESSABLE,
            "申请内容不完整或有误，请按提示逐项修改后重新提交。",
            "The proposal is incomplete or wrong: correct each point listed and submit again."),
    LOCKED(
            "template-programme-locked",
            ErrorKind.CONFLICT,
            "申请正在审核或已通过，内容不能修改。",
            "The proposal is in review or approved: its content is locked.");

    private final Failure failure;

    TemplateProgrammeError(String code, ErrorKind kind, String zh, String en) {
        this.failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
