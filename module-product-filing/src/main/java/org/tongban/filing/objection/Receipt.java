package org.tongban.filing.objection;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongban.filing.objection.ReceiveObjection.Received;

/**
 * The receipt of an objection.
 *
 * @param followUpCode by which it is followed; absent where the same was received before, whose receipt it is
 * @param receivedBefore who said the same before, where somebody did
 */
@Serdeable
@Schema(name = "ObjectionReceipt")
record Receipt(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "YY2026-0000012-8")
        String receiptNumber,

        @Nullable @Schema(description = "Shown this once", example = "7K3M-PQ2R-9XHA-VB4T")
        String followUpCode,

        @Nullable
        @Schema(
                type = "string",
                allowableValues = {"own", "another"},
                description = "There where the same was received before: by this phone or mailbox, who keeps the code"
                        + " of then and is told the result, or by somebody else, who alone is told",
                example = "another")
        String receivedBefore) {
    static Receipt of(Received received) {
        var before = received.before();
        return new Receipt(received.receiptNumber(), received.followUpCode(), before == null ? null : before.code());
    }

    @Override
    public String toString() {
        return "Receipt[" + receiptNumber + "]";
    }
}
