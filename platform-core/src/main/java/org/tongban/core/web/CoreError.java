package org.tongban.core.web;

/** The errors of the platform itself (CO-10). */
public enum CoreError implements ErrorCode {
    BAD_REQUEST("bad-request", ErrorKind.BAD_REQUEST, "请求无法理解。", "The request cannot be understood."),
    INVALID_INPUT(
            "invalid-input",
            ErrorKind.BAD_REQUEST,
            "提交的内容有误，请按提示逐项修改。",
            "The input has errors; correct each of those listed."),
    UNEXPECTED_BODY(
            "unexpected-body", ErrorKind.BAD_REQUEST, "此请求不接受请求体，请去掉后重试。", "This request takes no body; leave it out."),
    UNKNOWN_PARAMETER("unknown-parameter", ErrorKind.BAD_REQUEST, "请求含有未知参数。", "The request has an unknown parameter."),
    BAD_CURSOR(
            "bad-cursor",
            ErrorKind.BAD_REQUEST,
            "翻页标记无效，请从第一页重新开始。",
            "The cursor is not valid; begin again at the first page."),
    BAD_IDEMPOTENCY_KEY(
            "bad-idempotency-key",
            ErrorKind.BAD_REQUEST,
            "Idempotency-Key 须为 1 至 64 个可见 ASCII 字符。",
            "An Idempotency-Key is 1 to 64 visible ASCII characters."),
    UNAUTHENTICATED("unauthenticated", ErrorKind.UNAUTHENTICATED, "请先登录。", "Sign in first."),
    FORBIDDEN("forbidden", ErrorKind.FORBIDDEN, "您没有此项权限。", "You do not have the permission for this."),
    NOT_FOUND("not-found", ErrorKind.NOT_FOUND, "未找到所请求的内容。", "What was asked for does not exist."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            ErrorKind.METHOD_NOT_ALLOWED,
            "此地址不支持该请求方法。",
            "This address does not take this method."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            ErrorKind.NOT_ACCEPTABLE,
            "无法以所要求的格式应答。",
            "The answer cannot be given in the format asked for."),
    CONFLICT(
            "conflict",
            ErrorKind.CONFLICT,
            "与已有数据冲突，请刷新后重试。",
            "This clashes with what is there; read again and retry."),
    ILLEGAL_MOVE("illegal-move", ErrorKind.CONFLICT, "当前状态不允许此操作。", "The record's state does not allow this."),
    FORM_CLOSED(
            "form-closed",
            ErrorKind.CONFLICT,
            "此草稿所用的表单版本已停用，请转到新版本。",
            "The version of the form that this draft was begun with is closed; move the draft to the new one."),
    STALE(
            "stale",
            ErrorKind.PRECONDITION_FAILED,
            "内容已被修改，请重新读取后再保存。",
            "The record has changed since it was read; read it again."),
    IF_MATCH_REQUIRED(
            "if-match-required",
            ErrorKind.PRECONDITION_REQUIRED,
            "保存须带 If-Match，其值为最近一次读取的 ETag。",
            "A save needs If-Match with the ETag of the last read."),
    RANGE_NOT_SATISFIABLE(
            "range-not-satisfiable",
            ErrorKind.RANGE_NOT_SATISFIABLE,
            "所要求的范围超出文件长度，文件长度见 Content-Range。",
            "The range lies outside the file, whose length is told by Content-Range."),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused",
            ErrorKind.UNPROCESSABLE,
            "该 Idempotency-Key 已用于另一请求内容。",
            "This Idempotency-Key was used with another request."),
    FIRST_UNDER_WAY(
            "first-under-way",
            ErrorKind.UNAVAILABLE,
            "带有同一 Idempotency-Key 的请求仍在处理，请稍后重试。",
            "The request with this Idempotency-Key is still under way; repeat it later."),
    TOO_LARGE("too-large", ErrorKind.TOO_LARGE, "请求内容过大。", "The request is too large."),
    UNSUPPORTED_TYPE(
            "unsupported-type",
            ErrorKind.UNSUPPORTED_TYPE,
            "不支持该内容类型，请以 application/json 发送。",
            "This content type is not taken; send application/json."),
    TOO_MANY_REQUESTS("too-many-requests", ErrorKind.TOO_MANY, "请求过于频繁，请稍后再试。", "Too many requests; try again later."),
    INTERNAL(
            "internal",
            ErrorKind.INTERNAL,
            "系统出现错误，请稍后再试；如需帮助请提供 traceId。",
            "Something went wrong here; try again later, or give the traceId when you ask for help."),
    UNAVAILABLE("unavailable", ErrorKind.UNAVAILABLE, "服务暂不可用，请稍后再试。", "Not available now; try again later.");

    private final Failure failure;

    CoreError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    /** The code that stands for an HTTP status where nothing more is known. */
    public static CoreError ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> STALE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : BAD_REQUEST;
        };
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
