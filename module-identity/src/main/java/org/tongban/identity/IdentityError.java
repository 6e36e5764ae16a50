package org.tongban.identity;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** Why the module refuses a request (CO-10). */
public enum IdentityError implements ErrorCode {
    ID_NUMBER_TAKEN(
            "id-number-taken",
            ErrorKind.CONFLICT,
            "该证件号码已注册自然人账号。",
            "A person is registered with this ID number already."),
    USCC_TAKEN(
            "uscc-taken",
            ErrorKind.CONFLICT,
            "该统一社会信用代码已注册法人账号，请直接登录。",
            "There is an account of this credit code already: sign in."),
    RENEWAL_IN_REVIEW(
            "renewal-in-review",
            ErrorKind.CONFLICT,
            "证件有效期更新正在审核中，请等待审核结果。",
            "A renewal is in review already: wait for its result."),
    CHANGE_IN_REVIEW(
            "change-in-review",
            ErrorKind.CONFLICT,
            "法人信息变更正在审核中，请等待审核结果。",
            "A change is in review already: wait for its result."),
    HANDLER_PRESENT(
            "handler-present",
            ErrorKind.CONFLICT,
            "已关联经办人，如需更换请使用更换经办人。",
            "A handler is linked already: replace or unlink it."),
    NO_HANDLER("no-handler", ErrorKind.CONFLICT, "当前没有关联的经办人。", "No handler is linked."),
    HANDLER_UNKNOWN(
            "handler-unknown",
            ErrorKind.CONFLICT,
            "不能关联该经办人：没有以此证件号码和手机号注册的自然人。",
            "The handler cannot be linked: nobody is registered with this ID number and phone."),
    HANDLER_NAME_DIFFERS(
            "handler-name-differs",
            ErrorKind.CONFLICT,
            "不能关联该经办人：姓名与注册信息不一致。",
            "The handler cannot be linked: the name is another than the registered one."),
    HANDLER_LINKED_ELSEWHERE(
            "handler-linked-elsewhere",
            ErrorKind.CONFLICT,
            "不能关联该经办人：该自然人已是其他法人的经办人。",
            "The handler cannot be linked: the person is the handler of another organisation."),
    /** One answer for a used, an expired and an unknown token. */
    ENROLMENT_TOKEN_REFUSED(
            "enrolment-token-refused",
            ErrorKind.BAD_REQUEST,
            "注册凭据无效或已过期，请重新进行信息认证。",
            "The enrolment token is not valid or no longer: verify the organisation again."),
    NO_OPEN_ENROLMENT(
            "no-open-enrolment",
            ErrorKind.CONFLICT,
            "没有待完成实名认证的注册。",
            "No enrolment of this account waits for its handler's face."),
    PHONE_TAKEN_IN_ORGANISATION(
            "phone-taken-in-organisation",
            ErrorKind.CONFLICT,
            "同一企业/组织下的账号绑定的手机号不可重复",
            "Another account of this organisation has the phone."),
    APPLICATION_PENDING(
            "application-pending",
            ErrorKind.CONFLICT,
            "您在该企业下已有一条经办人账号申请还在审核中，请耐心等待法定代表人或管理员审核",
            "Your application to this organisation is pending: wait for its representative or an administrator."),
    DAILY_LIMIT_REACHED(
            "daily-limit-reached",
            ErrorKind.TOO_MANY,
            "您的经办人账号申请当天已达次数限制，请明天再尝试",
            "Your applications have been rejected too often today: try again tomorrow."),
    APPROVE_PENDING_APPLICATION(
            "approve-pending-application",
            ErrorKind.CONFLICT,
            "当前添加的经办人已提交了账号注册申请，请前往【经办人申请】去审核",
            "This person has applied already: decide on the application."),
    ORDINARY_UNIT(
            "ordinary-unit",
            ErrorKind.CONFLICT,
            "能提供含统一社会信用代码的证件的，请按省内单位办理。",
            "A unit that can show a document with a credit code goes on as a unit of the province."),
    FILE_NOT_EXPECTED(
            "file-not-expected",
            ErrorKind.BAD_REQUEST,
            "该认证不需要这种文件。",
            "This verification does not ask for such a file."),
    MERGE_ACCOUNT_UNKNOWN(
            "merge-account-unknown",
            ErrorKind.CONFLICT,
            "不能合并：没有以此登录名和手机号开通的账号。",
            "Nothing to merge: no account signs in by this and has the phone."),
    MERGE_SAME_ACCOUNT(
            "merge-same-account", ErrorKind.CONFLICT, "两个账号已属同一自然人，无需合并。", "Both accounts are one person's already."),
    MERGE_IN_REVIEW(
            "merge-in-review",
            ErrorKind.CONFLICT,
            "账号合并正在审核中，请等待审核结果。",
            "A merge of one of the accounts is in review: wait for its result."),
    MERGE_TWO_HANDLERS(
            "merge-two-handlers",
            ErrorKind.CONFLICT,
            "两个账号都是法人的经办人，请先解除其中一个。",
            "Both are handlers of organisations: have one of them unlinked first."),
    NOT_AN_APPROVER(
            "not-an-approver",
            ErrorKind.FORBIDDEN,
            "该账号无审核和账号管理权限，请由法定代表人或管理员办理。",
            "This account decides on nothing here: its representative or an administrator does."),
    APPLICATION_DECIDED(
            "application-decided", ErrorKind.CONFLICT, "该申请已有结果，不能再审核。", "The application has an outcome already."),
    HANDLER_NOT_ACTIVE(
            "handler-not-active", ErrorKind.CONFLICT, "该经办人账号不是有效状态，不能办理此操作。", "The handler's account is not active."),
    LAST_APPROVER(
            "last-approver",
            ErrorKind.CONFLICT,
            "该账号是本单位唯一的审核人，请先授权其他管理员。",
            "Nobody else may decide in the organisation: make another account administrator first."),
    REPRESENTATIVE_ACCOUNT(
            "representative-account",
            ErrorKind.CONFLICT,
            "法定代表人账号不能由本人或管理员注销、更换或收回权限。",
            "The representative's account is not closed, replaced or stripped by itself or an administrator."),
    CREDENTIAL_REFUSED(
            "credential-refused", ErrorKind.UNAUTHENTICATED, "证书或电子营业执照登录失败。", "Not a valid sign-in by a credential."),
    CREDENTIAL_WITHOUT_HOLDER(
            "credential-without-holder",
            ErrorKind.CONFLICT,
            "该证书未载明持有人，不能进行人脸核验，请由法定代表人或管理员账号审核通过。",
            "The credential names no holder whose face could be verified: an account has to approve.");

    private final Failure failure;

    IdentityError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
