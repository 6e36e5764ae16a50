package org.tongban.filing;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** Why the module refuses what is done with objections (CO-10). */
public enum ObjectionError implements ErrorCode {
    NOT_OPEN_TO_OBJECTIONS(
            "not-open-to-objections",
            ErrorKind.CONFLICT,
            "该产品现在不在公示期，也未被认定，不能提出异议。",
            "The product is neither in publicity nor recognised now: nobody objects to it."),
    OBJECTION_OPEN(
            "objection-open",
            ErrorKind.CONFLICT,
            "您对该产品的异议正在处理中，请等待处理结果。",
            "Your objection to this product is being handled: wait for its result."),
    OBJECTION_LIMIT(
            "objection-limit",
            ErrorKind.TOO_MANY,
            "今日提交的异议已达上限，请明日再试。",
            "As many objections were made today as may be; try again tomorrow."),
    OBJECTION_REFUSED(
            "objection-refused",
            ErrorKind.UNPROCESSABLE,
            "提交的材料有误，请按提示修改后重新提交。",
            "A file cannot be taken: correct each point listed and submit again."),
    STATEMENT_GIVEN("statement-given", ErrorKind.CONFLICT, "说明已提交，不能再次提交。", "The statement was given already."),
    STATEMENT_LATE("statement-late", ErrorKind.CONFLICT, "提交说明的期限已过。", "The time for the statement is over."),
    STATEMENT_EXTENDED(
            "statement-extended",
            ErrorKind.CONFLICT,
            "说明期限已延长过一次，不能再次延长。",
            "The time for the statement was extended once already."),
    OBJECTOR_FORGOTTEN(
            "objector-forgotten",
            ErrorKind.CONFLICT,
            "保存期限已过，异议人信息已删除。",
            "The time is over for which it is kept who objected.");

    private final Failure failure;

    ObjectionError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
