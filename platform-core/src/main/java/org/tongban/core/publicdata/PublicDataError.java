package org.tongban.core.publicdata;

import org.tongban.core.module.Title;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;

/** Why a question to a public collection is refused (CO-11). */
public enum PublicDataError implements ErrorCode {
    COLLECTION_UNKNOWN(
            "public-collection-unknown",
            ErrorKind.NOT_FOUND,
            new Title("没有这个公开数据集，请核对地址。", "There is no such public collection; check the address.")),
    RECORD_UNKNOWN(
            "public-record-unknown",
            ErrorKind.NOT_FOUND,
            new Title("没有找到这条公开信息，它可能不存在或不再公开。", "This record does not exist or is not public any more.")),
    QUERY_INVALID(
            "public-query-invalid",
            ErrorKind.BAD_REQUEST,
            new Title("查询条件有误，请按提示修改后重试。", "The search cannot be carried out; change what is named below."));

    private final String code;
    private final ErrorKind kind;
    private final Title title;

    PublicDataError(String code, ErrorKind kind, Title title) {
        this.code = code;
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public Title title() {
        return title;
    }
}
