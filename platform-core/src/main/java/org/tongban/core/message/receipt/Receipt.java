package org.tongban.core.message.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.StrictJson;

/**
 * What a provider says became of one message (CO-41).
 *
 * @param providerId its request id
 * @param reason the provider's code where it was not delivered
 */
record Receipt(
        String providerId, boolean delivered, @Nullable String reason) {
    private static final int LONGEST = 200;

    /** The providers that send receipts, and what they call things in them. */
    private enum Dialect {
        HTTP("id", "delivered", "reason"),
        /** SmsReport. */
        ALIYUN("biz_id", "success", "err_code"),
        TENCENT("sid", "report_status", "errmsg");

        private final String id;
        private final String delivered;
        private final String reason;

        Dialect(String id, String delivered, String reason) {
            this.id = id;
            this.delivered = delivered;
            this.reason = reason;
        }

        private Optional<Receipt> read(JsonNode said) {
            var named = said.path(id).asText("");
            var outcome = said.path(delivered).asText("");
            if (named.isEmpty() || outcome.isEmpty()) {
                return Optional.empty();
            }
            boolean good = outcome.equals("true") || outcome.equals("SUCCESS");
            return Optional.of(new Receipt(
                    named, good, good ? null : brief(said.path(reason).asText(""))));
        }

        private static String brief(String text) {
            return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        }
    }

    /** The receipts in a body, one or a list of them; what cannot be read is none. */
    static List<Receipt> read(String provider, byte[] body) {
        var dialect = switch (provider) {
            case "aliyun" -> Dialect.ALIYUN;
            case "tencent" -> Dialect.TENCENT;
            default -> Dialect.HTTP;
        };
        return switch (StrictJson.parse(body)) {
            case StrictJson.Parsed.Refused refused -> List.of();
            case StrictJson.Parsed.Tree(var document) -> {
                var found = new ArrayList<Receipt>();
                if (document.isArray()) {
                    document.forEach(one -> dialect.read(one).ifPresent(found::add));
                } else {
                    dialect.read(document).ifPresent(found::add);
                }
                yield found;
            }
        };
    }
}
