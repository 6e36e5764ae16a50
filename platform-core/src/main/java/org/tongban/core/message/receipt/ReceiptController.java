package org.tongban.core.message.receipt;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.MessageError;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** Where providers of short messages say what became of them (CO-41). */
@Controller("/api/platform/v1/messages/receipts")
class ReceiptController {
    private static final int MOST_BYTES = 256 * 1024;

    private final TakeReceipts takeReceipts;

    ReceiptController(TakeReceipts takeReceipts) {
        this.takeReceipts = takeReceipts;
    }

    /**
     * Takes delivery receipts of a provider: http, aliyun or tencent.
     *
     * @param token the installation's secret, for providers that do not sign
     * @param signature `sha256=` and the HMAC of the body by that secret in hexadecimal, of the provider http
     */
    @Post(value = "/{provider}", consumes = MediaType.ALL)
    @Open
    @Write(action = "platform.message.receipt", idempotent = false, phases = Phases.TWO)
    @Refuses({"receipt-refused", "too-large"})
    HttpResponse<Taken> takeReceipts(
            @PathVariable @Schema(example = "http") String provider,
            @Nullable @QueryValue @Schema(maxLength = 200) String token,
            @Nullable @Header("Tongban-Signature") @Schema(maxLength = 200) String signature,
            @Body @Nullable InputStream content)
            throws IOException {
        if (!takeReceipts.take(provider, bytes(content), token, signature)) {
            throw DomainException.of(MessageError.RECEIPT_REFUSED);
        }
        return HttpResponse.ok(new Taken(0, "OK", 0, "OK"));
    }

    private static byte[] bytes(@Nullable InputStream content) throws IOException {
        try (var body = content == null ? InputStream.nullInputStream() : content) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw DomainException.of(CoreError.TOO_LARGE);
            }
            return bytes;
        }
    }

    /** What the providers take for an acknowledgement, each by its own words. */
    @Serdeable
    record Taken(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0")
            int code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "OK")
            String msg,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0")
            int result,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "OK")
            String errmsg) {}
}
