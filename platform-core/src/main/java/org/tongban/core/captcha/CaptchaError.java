package org.tongban.core.captcha;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of captchas (CO-25). */
public enum CaptchaError implements ErrorCode {
    /** One answer for a wrong, a used and an expired captcha. */
    CAPTCHA_WRONG(
            "captcha-wrong",
            ErrorKind.BAD_REQUEST,
            "图形验证码不正确或已失效，请换一张重试。",
            "The captcha's answer is not right or is no longer valid; take another captcha.");

    private final Failure failure;

    CaptchaError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
