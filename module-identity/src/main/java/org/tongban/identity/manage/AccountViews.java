package org.tongban.identity.manage;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Contacts.Reach;
import org.tongban.core.module.Language;
import org.tongban.identity.user.HandlerAccount;

/** What enters and leaves the API about the accounts of handlers. */
final class AccountViews {
    private static final String PLAIN = "^[^\\u0000-\\u001f\\u007f]*$";

    private AccountViews() {}

    /**
     * An account as those see it who decide in its organisation.
     *
     * @param idNumber masked
     * @param closedBy the move that closed it: `close`, `replace`, `reject`, `lapse`, `withdraw` or `leave`
     */
    @Serdeable
    @Schema(name = "ManagedHandlerAccount")
    record View(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "haichuan_01")
            String username,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "林小溪")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "resident-id")
            String idType,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "3***************18")
            String idNumber,

            @Nullable @Schema(example = "+86138****8000") String phone,

            @Nullable @Schema(example = "0571-88880000") String landline,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"awaiting", "active", "closed"},
                    example = "active")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "有效")
            String stateTitle,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"handler", "administrator", "representative"},
                    example = "handler")
            String authority,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "经办人")
            String authorityTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant createdAt,

            @Nullable Instant activeFrom,
            @Nullable Instant closedAt,

            @Nullable @Schema(example = "close") String closedBy) {
        static View of(HandlerAccount account, Reach reach, Language language) {
            return new View(
                    account.id(),
                    reach.login(),
                    account.name(),
                    account.document().kind().code(),
                    account.document().masked(),
                    reach.phone(),
                    account.landline(),
                    account.state().code(),
                    account.state().title().in(language),
                    account.authority().code(),
                    account.authority().title().in(language),
                    account.createdAt(),
                    account.activeFrom(),
                    account.closedAt(),
                    account.closedBy());
        }
    }

    /** A handler to be added; who it is signs in by a code to the phone first. */
    @Serdeable
    @Schema(name = "NewHandlerAccount")
    record NewHandler(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 40, example = "haichuan_02")
            String username,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 2,
                    maxLength = 50,
                    pattern = PLAIN,
                    example = "林小溪")
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {
                        "resident-id",
                        "hk-macao-permit",
                        "taiwan-permit",
                        "hk-macao-taiwan-residence",
                        "passport-cn",
                        "passport-foreign",
                        "foreign-permanent-residence"
                    },
                    example = "resident-id")
            String idType,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 5,
                    maxLength = 40,
                    example = "11010519491231002X")
            String idNumber,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 11,
                    maxLength = 40,
                    example = "13800138000")
            String phone,

            @Nullable @Schema(minLength = 7, maxLength = 20, pattern = "^[0-9+-]+$", example = "0571-88880000")
            String landline) {
        @Override
        public String toString() {
            return "NewHandler[…]";
        }
    }

    /**
     * Who uses the account from now on.
     *
     * @param phoneProof of the successor's phone: of a code for `handler-change`, asked for in this session
     */
    @Serdeable
    @Schema(name = "HandlerReplacement")
    record Replacement(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 2,
                    maxLength = 50,
                    pattern = PLAIN,
                    example = "周新")
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {
                        "resident-id",
                        "hk-macao-permit",
                        "taiwan-permit",
                        "hk-macao-taiwan-residence",
                        "passport-cn",
                        "passport-foreign",
                        "foreign-permanent-residence"
                    },
                    example = "resident-id")
            String idType,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 5,
                    maxLength = 40,
                    example = "11010519491231002X")
            String idNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String phoneProof,

            @Nullable @Schema(minLength = 7, maxLength = 20, pattern = "^[0-9+-]+$", example = "0571-88880000")
            String landline) {
        @Override
        public String toString() {
            return "Replacement[…]";
        }
    }

    /** The proof of another phone: of a code for `handler-change`, asked for in this session. */
    @Serdeable
    @Schema(name = "HandlerPhone")
    record Phone(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String phoneProof) {
        @Override
        public String toString() {
            return "Phone[…]";
        }
    }

    /** What the account may decide from now on. */
    @Serdeable
    @Schema(name = "HandlerAuthority")
    record Granted(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"handler", "administrator"},
                    example = "administrator")
            String authority) {}

    /** Whose face opens the account: a match for `identity.enrolment` of who it is for. */
    @Serdeable
    @Schema(name = "HandlerTakeOver")
    record Face(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0198a1c0-5e2d-7c31-9f0a-3b6c1d2e4f50")
            UUID faceVerification) {}
}
