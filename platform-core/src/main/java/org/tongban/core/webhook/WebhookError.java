package org.tongban.core.webhook;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of webhooks (CO-51). */
public enum WebhookError implements ErrorCode {
    WEBHOOK_REFUSED(
            "webhook-refused",
            ErrorKind.BAD_REQUEST,
            "不能这样登记通知地址，请见各字段。",
            "The webhook cannot be registered so; see its fields."),
    WEBHOOK_LIMIT("webhook-limit", ErrorKind.CONFLICT, "通知地址已达上限。", "There are as many webhooks as there may be."),
    WEBHOOK_DISABLED(
            "webhook-disabled", ErrorKind.CONFLICT, "通知地址已停用，请先启用。", "The webhook is disabled; enable it first."),
    DELIVERY_UNDER_WAY("delivery-under-way", ErrorKind.CONFLICT, "该通知仍在投递。", "The delivery is still under way.");

    private final Failure failure;

    WebhookError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
