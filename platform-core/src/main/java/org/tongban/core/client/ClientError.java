package org.tongban.core.client;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of the administration of clients (CO-27). */
public enum ClientError implements ErrorCode {
    CLIENT_REFUSED("client-refused", ErrorKind.UNPROCESSABLE, "客户端设置不正确。", "The client cannot be set up like this."),
    CLIENT_HAS_NO_SECRET(
            "client-has-no-secret",
            ErrorKind.CONFLICT,
            "该客户端以密钥对证明身份，没有密钥口令。",
            "This client proves who it is by a key pair; it has no secret.");

    private final Failure failure;

    ClientError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
