package org.tongban.filing.objection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Audited;

/** What comes in and goes out about objections: something else for the objector, for staff and for the unit. */
final class ObjectionViews {
    private ObjectionViews() {}

    /** How an objection stands, for whoever has its code. */
    @Serdeable
    @Schema(name = "ObjectionProgress")
    record Progress(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "YY2026-0000012-8")
            String receiptNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String productName,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"received", "taken-up", "statement-asked", "upheld", "not-upheld", "dismissed"},
                    example = "taken-up")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已受理")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-11-20")
            LocalDate receivedOn,

            @Nullable LocalDate decidedOn,

            @Nullable @Schema(example = "所列专利并未用于该产品。") String reason) {
        static Progress of(Objection objection, String productName, Language language) {
            return new Progress(
                    objection.number(),
                    productName,
                    objection.state().code(),
                    objection.state().title().in(language),
                    objection.receivedOn(),
                    dayOf(objection.decidedAt()),
                    objection.reason());
        }
    }

    /**
     * What the unit is to read of an objection when it is asked for its statement.
     *
     * @param text what was said, without whatever identifies who said it
     * @param evidence the numbers of the materials that it may see, the first being 1
     */
    @Serdeable
    @Schema(name = "StatementRequest")
    record StatementRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    pattern = "[^\\s\\u3000]",
                    maxLength = 2000,
                    example = "有人反映所列专利并未用于该产品。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String text,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[1]")
            @ArraySchema(
                    schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "5", example = "1"),
                    arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[1]"),
                    maxItems = 5)
            List<Integer> evidence) {}

    /** A material of the evidence as officers see it. */
    @Serdeable
    @Schema(name = "ObjectionMaterial")
    record Material(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID file,

            @Schema(description = "Whether the unit may see it", example = "true")
            boolean shown) {}

    /**
     * An objection as officers see it.
     *
     * @param document the form as typed, personal data masked
     * @param provenBy what was proven of who objects, phone or email: proven by the mailbox, the phone may be anybody's; absent
     *     once the objector is forgotten
     * @param redacted what the unit reads of it
     * @param lastDay up to when the statement is taken, as far as anybody can say
     */
    @Serdeable
    @Schema(name = "ObjectionFile")
    record StaffView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "YY2026-0000012-8")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID product,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String productName,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"received", "taken-up", "statement-asked", "upheld", "not-upheld", "dismissed"},
                    example = "taken-up")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已受理")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing/objection@1")
            String form,

            Map<String, Object> document,

            @Nullable
            @Schema(
                    type = "string",
                    allowableValues = {"phone", "email"},
                    example = "phone")
            String provenBy,

            @Nullable @Schema(example = "手机号，以短信验证码验证") String provenByTitle,
            List<Material> evidence,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-11-20")
            LocalDate receivedOn,

            @Nullable @Schema(example = "有人反映所列专利并未用于该产品。") String redacted,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate lastDay,

            @Schema(description = "Whether holidays that are not known yet may move the last day", example = "false")
            boolean lastDayProvisional,

            @Schema(example = "false") boolean extended,
            @Nullable Map<String, Object> statement,
            @Nullable Instant statedAt,
            @Nullable @Schema(example = "所列专利并未用于该产品。") String reason,
            @Nullable Instant decidedAt)
            implements Audited {
        static StaffView of(
                Objection objection,
                Optional<Objector.Proof> proof,
                String productName,
                StatementPeriod period,
                Language language) {
            boolean asked = objection.askedOn() != null;
            return new StaffView(
                    objection.id(),
                    objection.number(),
                    objection.product(),
                    productName,
                    objection.state().code(),
                    objection.state().title().in(language),
                    objection.form(),
                    Documents.members(objection.document()),
                    proof.map(Objector.Proof::code).orElse(null),
                    proof.map(by -> by.title().in(language)).orElse(null),
                    materials(objection),
                    objection.receivedOn(),
                    objection.redacted(),
                    objection.askedOn(),
                    asked ? period.lastDay(objection) : null,
                    asked && period.isProvisional(objection),
                    objection.extended(),
                    statementOf(objection),
                    objection.statedAt(),
                    objection.reason(),
                    objection.decidedAt());
        }

        private static List<Material> materials(Objection objection) {
            var files = ObjectionFiles.evidence(Documents.read(objection.document()));
            var shown = ShownEvidence.numbers(objection);
            return IntStream.rangeClosed(1, files.size())
                    .mapToObj(number -> new Material(number, files.get(number - 1), shown.contains(number)))
                    .toList();
        }

        @Override
        @JsonIgnore
        public String auditSubject() {
            return ObjectionFiles.RECORD;
        }

        @Override
        @JsonIgnore
        public UUID auditId() {
            return id;
        }

        @Override
        @JsonIgnore
        public Map<String, Object> auditDigest() {
            return Map.of("number", number, "state", state);
        }
    }

    /** Who objects, in clear; each reading leaves an audit record. */
    @Serdeable
    @Schema(name = "Objector")
    record ObjectorView(
            @JsonIgnore UUID objection,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "周明远")
            String name,

            @Nullable @Schema(example = "周明远") String contactName,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "+8613800000021")
            String phone,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "zhou@example.org")
            String email,

            @Nullable @Schema(example = "11010519491231002X")
            String idNumber,

            @Nullable @Schema(example = "91350203M0001QKT19")
            String uscc)
            implements Audited {
        static ObjectorView of(UUID objection, Objector objector) {
            return new ObjectorView(
                    objection,
                    objector.name(),
                    objector.contactName(),
                    objector.phone(),
                    objector.email(),
                    objector.idNumber(),
                    objector.uscc());
        }

        @Override
        @JsonIgnore
        public String auditSubject() {
            return ObjectionFiles.RECORD;
        }

        @Override
        @JsonIgnore
        public UUID auditId() {
            return objection;
        }

        /** Without the data: whoever reads the trail may not read it there. */
        @Override
        @JsonIgnore
        public Map<String, Object> auditDigest() {
            return Map.of();
        }

        @Override
        public String toString() {
            return "ObjectorView[…]";
        }
    }

    static @Nullable Map<String, Object> statementOf(Objection objection) {
        var statement = objection.statement();
        return statement == null ? null : Documents.members(statement);
    }

    static @Nullable LocalDate dayOf(@Nullable Instant at) {
        return at == null ? null : at.atZone(BusinessClock.ZONE).toLocalDate();
    }
}
