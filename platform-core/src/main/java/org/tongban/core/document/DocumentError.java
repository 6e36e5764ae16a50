package org.tongban.core.document;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of documents (CO-60). */
public enum DocumentError implements ErrorCode {
    DOCUMENT_NOT_FOUND(
            "document-not-found", ErrorKind.NOT_FOUND, "没有这份文件，请核对核验码。", "There is no such document; check the code."),
    DOCUMENT_WITHDRAWN(
            "document-withdrawn",
            ErrorKind.CONFLICT,
            "此文件已撤销或已被替代，不再签名。",
            "This document was revoked or superseded, and is not signed any more."),
    DOCUMENT_DAMAGED(
            "document-damaged",
            ErrorKind.INTERNAL,
            "存储的文件与登记的不一致，已记录。",
            "The file in the store is not the one that was recorded; this was noted.");

    private final Failure failure;

    DocumentError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
