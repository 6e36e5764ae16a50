package org.tongban.core.code;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of codes and of their proofs (CO-25). */
public enum CodeError implements ErrorCode {
    CODE_LIMIT("code-limit", ErrorKind.TOO_MANY, "验证码发送过于频繁，请稍后再试。", "Too many codes were asked for; try again later."),
    CODE_WRONG("code-wrong", ErrorKind.BAD_REQUEST, "验证码不正确，请核对后重新输入。", "The code is not right; look at it again."),
    /** One answer for a used, an expired, a killed and an unknown code. */
    CODE_OVER("code-over", ErrorKind.CONFLICT, "验证码已失效，请重新获取。", "The code is no longer valid; ask for another."),
    /** One answer for a used, an expired and an unknown proof, and for one of another purpose, realm or session. */
    PROOF_REFUSED(
            "proof-refused",
            ErrorKind.BAD_REQUEST,
            "验证凭据无效或已过期，请重新验证。",
            "The proof is not valid here or no longer; verify a code again.");

    private final Failure failure;

    CodeError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
