package org.tongban.core.reference;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of reference sets (CO-70). */
public enum ReferenceError implements ErrorCode {
    FILE_REFUSED(
            "reference-file-refused",
            ErrorKind.UNPROCESSABLE,
            "文件有误，未作任何更改；请按提示逐行修改。",
            "The file cannot be taken, and nothing was changed; correct the rows listed.");

    private final Failure failure;

    ReferenceError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
