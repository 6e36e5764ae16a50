package org.tongban.core.account;

import java.util.List;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of accounts, sign-in and tokens (CO-22, CO-26). */
public enum AccountError implements ErrorCode {
    /** One answer for every reason: a forger learns nothing from it. */
    TOKEN_INVALID(
            "token-invalid",
            ErrorKind.UNAUTHENTICATED,
            "访问令牌无效，请重新登录。",
            "The access token is not valid; sign in again."),
    /** One answer for an unknown account, a wrong password and a disabled account (RL-10). */
    SIGN_IN_FAILED("sign-in-failed", ErrorKind.UNAUTHENTICATED, "账号或密码不正确。", "The login or the password is not right."),
    SIGN_IN_REFUSED(
            "sign-in-refused",
            ErrorKind.TOO_MANY,
            "登录失败次数过多，请十五分钟后再试。",
            "Too many failed sign-ins; try again in fifteen minutes."),
    REFRESH_REFUSED(
            "refresh-refused", ErrorKind.UNAUTHENTICATED, "会话已失效，请重新登录。", "The session has ended; sign in again."),
    PASSWORD_WRONG("password-wrong", ErrorKind.UNPROCESSABLE, "当前密码不正确。", "The current password is not right."),
    PASSWORD_REFUSED(
            "password-refused", ErrorKind.UNPROCESSABLE, "新密码不符合要求。", "The new password does not meet the rules."),
    LOGIN_TAKEN("login-taken", ErrorKind.CONFLICT, "该登录名已被使用。", "The login is taken."),
    PHONE_TAKEN("phone-taken", ErrorKind.CONFLICT, "该手机号已被其他账号使用。", "Another account has this phone."),
    EMAIL_TAKEN("email-taken", ErrorKind.CONFLICT, "该邮箱已被其他账号使用。", "Another account has this e-mail address."),
    REGISTRATION_REFUSED(
            "registration-refused", ErrorKind.UNPROCESSABLE, "注册信息不符合要求。", "The registration does not meet the rules."),
    CAPTCHA_REQUIRED("captcha-required", ErrorKind.BAD_REQUEST, "请先完成图形验证。", "A solved captcha is needed before this."),
    SECOND_FACTOR_REQUIRED(
            "second-factor-required",
            ErrorKind.UNAUTHENTICATED,
            "已向账号的手机发送验证码，请验证后带上凭据重新登录。",
            "A code was sent to the account's phone: verify it, and sign in again with its proof."),
    HANDLER_REQUIRED(
            "handler-required",
            ErrorKind.FORBIDDEN,
            "尚未关联经办人，不能办理业务，请先关联经办人。",
            "No business without a handler: link one first."),
    ACCOUNT_AWAITING(
            "account-awaiting",
            ErrorKind.FORBIDDEN,
            "账号尚未生效，暂不能办理业务，请查看办理进度。",
            "The account is not active yet: see how its matter stands."),
    CREDENTIAL_LIMITED(
            "credential-limited",
            ErrorKind.FORBIDDEN,
            "以证书或电子营业执照登录仅可审核经办人申请、管理经办人账号。",
            "A sign-in by a credential decides on handlers and their accounts, and does nothing else."),
    ID_EXPIRED(
            "id-expired",
            ErrorKind.CONFLICT,
            "证件已过有效期，请先更新证件有效期。",
            "The person's ID has expired: renew its validity first."),
    OPEN_BUSINESS(
            "open-business",
            ErrorKind.CONFLICT,
            "尚有未办结的业务，不能注销。",
            "Business is still open; the account cannot be closed.");

    /** What refuses everything else to an account that stands before its realm's gate. */
    public static final List<AccountError> GATES = List.of(HANDLER_REQUIRED, ACCOUNT_AWAITING, CREDENTIAL_LIMITED);

    private final Failure failure;

    AccountError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
