package org.tongban.filing;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** Why the module refuses a request (CO-10). */
public enum FilingError implements ErrorCode {
    UNIT_EXISTS(
            "unit-exists",
            ErrorKind.CONFLICT,
            "本单位在备案项目中已有账号，请用该账号手机的验证码加入。",
            "The organisation has a unit here already: join it by a code to the unit's phone."),
    LIST_CHANGED(
            "list-changed",
            ErrorKind.CONFLICT,
            "清单在翻页期间已更新，请从第一页重新读取。",
            "The list has changed since its first page was read: begin again."),
    ALREADY_JOINED("already-joined", ErrorKind.CONFLICT, "已加入本单位，无需重复操作。", "The unit is joined already."),
    ALREADY_VERIFIED(
            "already-verified",
            ErrorKind.CONFLICT,
            "单位已通过实名认证，如有变化请办理单位信息变更。",
            "The unit is verified already: ask for a change of its data."),
    UNIT_VERIFIED(
            "unit-verified",
            ErrorKind.CONFLICT,
            "该统一社会信用代码已有通过实名认证的单位，如需接管请声明接管后提交。",
            "A unit with this credit code is verified already: submit as a takeover, or not at all."),
    VERIFICATION_LOCKED(
            "verification-locked", ErrorKind.CONFLICT, "信息正在审核中，不能修改。", "It is in review and cannot be changed."),
    VERIFICATION_NOT_COMPLETE(
            "verification-not-complete",
            ErrorKind.UNPROCESSABLE,
            "单位信息不完整或有误，请按提示逐项修改后重新提交。",
            "The unit's data is incomplete or wrong: correct each point listed and submit again."),
    DRAFT_CHANGED(
            "draft-changed",
            ErrorKind.CONFLICT,
            "提交期间内容已被修改，请核对后重新提交。",
            "The draft was changed while it was submitted: look at it and submit again."),
    CHANGE_PENDING(
            "change-pending",
            ErrorKind.CONFLICT,
            "单位信息变更正在审核中，审核结束后方可提交新的备案。",
            "A change of the unit's data is in review: new filings can be submitted once it is decided."),
    VERIFICATION_REQUIRED(
            "verification-required",
            ErrorKind.CONFLICT,
            "单位尚未通过实名认证，请先完成实名认证。",
            "The unit is not verified yet: complete its real-name verification first."),
    ASSETS_NOT_COMPLETE(
            "assets-not-complete",
            ErrorKind.UNPROCESSABLE,
            "资产信息不完整或有误，请按提示逐项修改后重新保存。",
            "The figures are incomplete or wrong: correct each point listed and save again."),
    ASSETS_LOCKED(
            "assets-locked",
            ErrorKind.CONFLICT,
            "已有审核中或已备案的产品使用该年度资产信息，不能修改。",
            "What is in review or filed rests on the figures of the year: they are locked."),
    ASSETS_YEAR_CLOSED(
            "assets-year-closed",
            ErrorKind.CONFLICT,
            "只能填写上一年度的资产信息。",
            "Only the figures of the year before can be entered."),
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
    PATENTS_VALID(
            "patents-valid",
            ErrorKind.CONFLICT,
            "产品仍有有效专利，或系统未提示撤销；如需撤销请提交撤销申请。",
            "Nothing is to be confirmed: ask for a revocation if you want one."),
    UPDATE_WINDOW_CLOSED(
            "update-window-closed",
            ErrorKind.CONFLICT,
            "现在不在产品备案信息更新的开放时间内。",
            "Updates are not taken now; the next round's dates are in the answer."),
    UPDATE_LOCKED("update-locked", ErrorKind.CONFLICT, "更新在审核中或已完成，不能修改。", "The update is in review or done."),
    UPDATE_NOT_COMPLETE(
            "update-not-complete",
            ErrorKind.UNPROCESSABLE,
            "更新信息不完整或有误，请按提示逐项修改后重新提交。",
            "The update is incomplete or wrong: correct each point listed and submit again."),
    UPDATE_IN_REVIEW(
            "update-in-review",
            ErrorKind.CONFLICT,
            "产品的信息更新正在审核中，请先撤回或等待审核结果。",
            "An update of the product is in review: take it back or wait for its decision."),
    RECOGNITION_NOT_IN_FORCE(
            "recognition-not-in-force",
            ErrorKind.CONFLICT,
            "产品的认定现在不在有效期内，不提供证书或标识。",
            "The recognition is not in force now: there is no certificate or mark of it."),
    NOT_FILED(
            "not-filed",
            ErrorKind.CONFLICT,
            "产品备案已撤销，不能进入公示。",
            "The filing is revoked: it cannot come into publicity."),
    REVOCATION_IN_REVIEW(
            "revocation-in-review",
            ErrorKind.CONFLICT,
            "产品的撤销备案申请正在审核中，审核结束后方可进入公示。",
            "The revocation of its filing is in review: it cannot come into publicity before that is decided."),
    PATENTS_LAPSED(
            "patents-lapsed",
            ErrorKind.CONFLICT,
            "产品关联的专利已全部失效或转让，不能进入公示。",
            "No linked patent is valid any more: it cannot come into publicity."),
    PATENTS_HIDDEN(
            "patents-hidden",
            ErrorKind.CONFLICT,
            "产品有未公开的关联专利，单位公开后方可进入公示。",
            "Linked patents are not public: its unit has to make them so before publicity."),
    PATENTS_PUBLIC(
            "patents-public",
            ErrorKind.CONFLICT,
            "产品的关联专利均已公开，无需暂缓。",
            "All its linked patents are public: there is nothing to hold it for."),
    NOT_HELD(
            "not-held",
            ErrorKind.CONFLICT,
            "产品未因专利未公开而暂缓认定，无需公开专利。",
            "The product is not held for its patents: nothing is asked to be made public."),
    STAGE_CLOSED(
            "stage-closed",
            ErrorKind.CONFLICT,
            "补充信息的截止日已过，或管理员已作出决定。",
            "Its last day is over, or staff have decided."),
    RUN_NOT_DECISIVE(
            "run-not-decisive",
            ErrorKind.CONFLICT,
            "只能按最近一次已完成的正式测算决定。",
            "Only the latest run that is real and finished can be decided by."),
    NOT_EXPLAINED("not-explained", ErrorKind.CONFLICT, "该产品尚未按测算结果作出决定。", "Nothing was decided on it by a run so far."),
    PATENT_NUMBER_INVALID(
            "patent-number-invalid",
            ErrorKind.BAD_REQUEST,
            "专利号有误，请核对后重新填写。",
            "The patent number is wrong: check it and enter it again."),
    PATENT_UNKNOWN(
            "patent-unknown",
            ErrorKind.UNPROCESSABLE,
            "专利登记数据中没有该专利号，请核对；确认无误的，请填写名称、类型、权利人、申请日和法律状态。",
            "The registry knows no patent of this number: check it, or say what it is."),
    DUPLICATE_PATENT(
            "duplicate-patent", ErrorKind.CONFLICT, "该专利已在本单位的专利列表中。", "The patent is in the unit's list already."),
    NAME_NOT_SHARED(
            "name-not-shared",
            ErrorKind.CONFLICT,
            "没有其他单位使用该名称，无需确认。",
            "No other unit has the name: there is nothing to say of it."),
    PATENT_AUTOMATIC(
            "patent-automatic",
            ErrorKind.CONFLICT,
            "自动导入的专利不能删除。",
            "A patent that was imported follows the registry and cannot be deleted."),
    PATENT_NOT_LICENSED(
            "patent-not-licensed",
            ErrorKind.CONFLICT,
            "该专利不是被许可的专利，没有许可期限。",
            "The unit does not hold the patent by a licence: there is no term of one."),
    PATENT_LINKED(
            "patent-linked",
            ErrorKind.CONFLICT,
            "该专利已关联审核中或已备案的产品，不能删除。",
            "A product in review or filed is linked with the patent: it cannot be deleted.");

    private final Failure failure;

    FilingError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
