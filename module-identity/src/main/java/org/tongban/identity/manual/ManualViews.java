package org.tongban.identity.manual;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.message.Masked;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.review.Remark;
import org.tongban.core.review.Reviews.LastDecision;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;
import org.tongban.core.web.Violation;

/** What goes out of the endpoints of manual enrolments. */
final class ManualViews {
    /** What the applicant is told at once, in the manual's own words (003:159, 003:223). */
    private static final Title SUBMITTED = new Title(
            "您的信息已提交!将于1个工作日内完成比对,请耐心等待。您可以使用刚才设置的用户名密码登陆,查看比对结果",
            "Your data have been handed in! They will be compared within 1 working day; please wait. You can sign in"
                    + " with the username and password that you have just chosen and see the result");

    private ManualViews() {}

    /**
     * What has been handed in.
     *
     * @param advice what had better not stand in the password
     */
    @Serdeable
    @Schema(name = "ManuallyEnrolled")
    record EnrolledView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID account,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "RJ2026-0000001-2")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "in-review")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "比对中")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "您的信息已提交!")
            String message,

            List<String> advice) {
        static EnrolledView of(EnrolManually.Enrolled enrolled, Language language) {
            var enrolment = enrolled.enrolment();
            return new EnrolledView(
                    enrolment.id(),
                    enrolment.account(),
                    enrolment.caseNumber(),
                    enrolment.state().code(),
                    enrolment.state().title().in(language),
                    SUBMITTED.in(language),
                    enrolled.advice().stream()
                            .map(Violation::message)
                            .map(message -> message.in(language))
                            .toList());
        }
    }

    /** Who the handler is, masked; what face and phone have proved is not typed again. */
    @Serdeable
    @Schema(name = "ManualHandler")
    record HandlerView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "林小溪")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "passport-foreign")
            String idType,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "C0*****47")
            String idNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "+86138****0021")
            String phone) {}

    /**
     * An enrolment as its applicant sees it.
     *
     * @param number that of the latest review
     * @param reason why it was returned
     * @param remarks the officer's, by the field of the form
     * @param unit what was typed of the unit, in the form's fields: what may be other when it is handed in again
     */
    @Serdeable
    @Schema(name = "ManualEnrolment")
    record EnrolmentView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"non-mainland", "project"},
                    example = "non-mainland")
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "非大陆地区单位")
            String kindTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "identity/enrol-non-mainland@1")
            String form,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "RJ2026-0000001-2")
            String number,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"in-review", "returned", "passed", "lapsed"},
                    example = "returned")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "比对不通过")
            String stateTitle,

            Instant submittedAt,
            @Nullable Instant decidedAt,

            @Nullable @Schema(example = "开业证书图片不清晰。") String reason,

            List<Remark> remarks,
            Map<String, Object> unit,
            HandlerView handler,
            @Nullable UUID organisation,
            long version)
            implements Versioned, Audited {
        static EnrolmentView of(ManualEnrolment enrolment, @Nullable LastDecision decision, Language language) {
            var document = enrolment.document();
            var unit = Documents.members(Documents.write(document.json()));
            unit.keySet().retainAll(document.correctable());
            boolean returned = enrolment.state() == ManualState.RETURNED;
            return new EnrolmentView(
                    enrolment.id(),
                    enrolment.kind().code(),
                    enrolment.kind().title().in(language),
                    enrolment.kind().form(),
                    enrolment.caseNumber(),
                    enrolment.state().code(),
                    enrolment.state().title().in(language),
                    enrolment.submittedAt(),
                    enrolment.decidedAt(),
                    enrolment.reason(),
                    returned && decision != null ? decision.remarks() : List.of(),
                    unit,
                    new HandlerView(
                            document.handlerName(),
                            document.handlerDocument().kind().code(),
                            document.handlerDocument().masked(),
                            Masked.phone(document.phone())),
                    enrolment.organisation(),
                    enrolment.version());
        }

        @Override
        public String auditSubject() {
            return ManualEnrolments.RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("state", state, "case", number);
        }
    }
}
