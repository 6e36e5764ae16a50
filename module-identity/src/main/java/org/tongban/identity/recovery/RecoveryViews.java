package org.tongban.identity.recovery;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** What the API takes and answers of recoveries. */
final class RecoveryViews {
    private RecoveryViews() {}

    /**
     * A code that is under way, if there is such an account.
     *
     * @param id what to verify it by
     * @param expiresIn seconds until it is no longer valid
     */
    @Serdeable
    record SentRecoveryCode(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "300")
            long expiresIn) {}

    /** The proof that the code's verification gave. */
    @Serdeable
    record ProvedRecovery(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String proof) {
        @Override
        public String toString() {
            return "ProvedRecovery[…]";
        }
    }

    /** The accounts that were forgotten. */
    @Serdeable
    record RecoveredAccounts(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<RecoveredAccount> accounts) {}

    /**
     * One of them.
     *
     * @param resettable whether its phone is the one that was proved, so that it may be given a new password
     */
    @Serdeable
    record RecoveredAccount(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "haichuan_01")
            String username,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "海川智能装备有限公司")
            String organisation,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean resettable) {}

    /** Which account gets which password, and the same proof. */
    @Serdeable
    record RecoveredPassword(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String proof,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 64, example = "haichuan_01")
            String username,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String newPassword) {
        @Override
        public String toString() {
            return "RecoveredPassword[…]";
        }
    }
}
