package org.tongban.filing;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** Why the module refuses a request (CO-10). */
public enum FilingError implements ErrorCode {
    VERIFICATION_REQUIRED(
            "verification-required",
            ErrorKind.CONFLICT,
            "单位尚未通过实名认证，请先完成实名认证。",
            "The unit is not verified yet: complete its real-name verification first."),
    FILING_NOT_COMPLETE(
            "filing-not-complete",
            ErrorKind.UNPROCESSABLE,
            "备案信息不完整或有误，请按提示逐项修改后重新提交。",
            "The filing is incomplete or wrong: correct each point listed and submit again."),
    DUPLICATE_PRODUCT(
            "duplicate-product",
            ErrorKind.CONFLICT,
            "本单位同名称、同规格型号的产品已备案或正在审核，不能重复提交。",
            "A product of this unit with the same name and model is filed or in review already."),
    LOCKED(
            "locked",
            ErrorKind.CONFLICT,
            "产品在审核中或已备案，内容已锁定，不能修改。",
            "The product is in review or filed: its content is locked."),
    PATENT_NUMBER_INVALID(
            "patent-number-invalid",
            ErrorKind.BAD_REQUEST,
            "专利号有误，请核对后重新填写。",
            "The patent number is wrong: check it and enter it again."),
    PATENT_UNKNOWN(
            "patent-unknown",
            ErrorKind.UNPROCESSABLE,
            "专利登记数据中没有该专利号，请核对。",
            "The registry knows no patent of this number: check it."),
    DUPLICATE_PATENT(
            "duplicate-patent", ErrorKind.CONFLICT, "该专利已在本单位的专利列表中。", "The patent is in the unit's list already.");

    private final Failure failure;

    FilingError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
