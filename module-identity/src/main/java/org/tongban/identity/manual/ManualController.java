package org.tongban.identity.manual;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.file.FileView;
import org.tongban.core.file.ReceivedUpload;
import org.tongban.core.file.UploadFile;
import org.tongban.core.module.Language;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.manual.ManualViews.EnrolledView;
import org.tongban.identity.manual.ManualViews.EnrolmentView;

/** Units without a credit code are handed in, looked after and handed in again (ID-25, ID-26). */
@Controller("/api/identity/v1/manual-enrolments")
class ManualController {
    private static final String NON_MAINLAND = "identity/enrol-non-mainland@1";
    private static final String PROJECT = "identity/enrol-project@1";

    private final EnrolManually enrolManually;
    private final ResubmitManually resubmitManually;
    private final ManualEnrolments enrolments;
    private final UploadFile uploadFile;
    private final Reviews reviews;
    private final Transactions transactions;

    ManualController(
            EnrolManually enrolManually,
            ResubmitManually resubmitManually,
            ManualEnrolments enrolments,
            UploadFile uploadFile,
            Reviews reviews,
            Transactions transactions) {
        this.enrolManually = enrolManually;
        this.resubmitManually = resubmitManually;
        this.enrolments = enrolments;
        this.uploadFile = uploadFile;
        this.reviews = reviews;
        this.transactions = transactions;
    }

    @Status(HttpStatus.CREATED)
    @Post("/non-mainland")
    @Open
    @Write(action = ManualPart.ENROL, idempotent = false, phases = Phases.TWO)
    @Operation(
            summary = "非大陆地区单位申请人工认证",
            description =
                    "表单 identity/enrol-non-mainland@1；手机凭据（用途 handler-register）同时用于上传图片和人脸核验（用途 identity.enrolment）。")
    @Refuses({
        "registration-refused",
        "proof-refused",
        "face-not-verified",
        "login-taken",
        "phone-taken-in-organisation",
        "application-pending",
        "agreements-not-accepted",
        "file-taken",
        "file-not-clean",
        "overloaded"
    })
    HttpResponse<EnrolledView> enrolNonMainlandUnit(
            @Parameter(hidden = true) Language language, @Body @Checked(form = NON_MAINLAND) JsonNode document) {
        return enrolled(ManualKind.NON_MAINLAND, document, language);
    }

    @Status(HttpStatus.CREATED)
    @Post("/projects")
    @Open
    @Write(action = ManualPart.ENROL, idempotent = false, phases = Phases.TWO)
    @Operation(
            summary = "无证照的临时项目工程申请人工认证",
            description = "表单 identity/enrol-project@1；能提供含统一社会信用代码的证件的，答复改按省内单位办理，不留下任何记录。")
    @Refuses({
        "ordinary-unit",
        "registration-refused",
        "captcha-wrong",
        "proof-refused",
        "face-not-verified",
        "login-taken",
        "phone-taken-in-organisation",
        "application-pending",
        "agreements-not-accepted",
        "file-taken",
        "file-not-clean",
        "overloaded"
    })
    HttpResponse<EnrolledView> enrolProject(
            @Parameter(hidden = true) Language language, @Body @Checked(form = PROJECT) JsonNode document) {
        return enrolled(ManualKind.PROJECT, document, language);
    }

    private HttpResponse<EnrolledView> enrolled(ManualKind kind, JsonNode document, Language language) {
        var enrolled = enrolManually.enrol(kind, document);
        return HttpResponse.created(
                EnrolledView.of(enrolled, language),
                URI.create(enrolled.enrolment().link()));
    }

    /** The own enrolment: where it stands, why it was returned, and what may be corrected. */
    @Get("/{id}")
    @Permitted(IdentityRealms.OWN_HANDLER)
    @BeforeGate
    @Read(owner = ManualAccess.class)
    EnrolmentView showManualEnrolment(UUID id, @Parameter(hidden = true) Language language) {
        return shown(enrolments.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND)), language);
    }

    /** Takes the request's body as an image for an enrolment that was returned. */
    @Status(HttpStatus.CREATED)
    @Post(value = "/{id}/files", consumes = MediaType.ALL)
    @Permitted(IdentityRealms.OWN_HANDLER)
    @BeforeGate
    @Write(action = ManualPart.UPLOAD, owner = ManualAccess.class, idempotent = false, phases = Write.Phases.TWO)
    @Refuses({
        "illegal-move",
        "file-not-expected",
        "too-many-files",
        "file-slot-unknown",
        "file-name-invalid",
        "file-empty",
        "file-incomplete",
        "file-too-large",
        "file-type-not-allowed",
        "file-damaged",
        "file-holds-more",
        "file-active",
        "file-encrypted",
        "file-expands-too-far",
        "picture-too-large",
        "file-infected",
        "file-not-scannable",
        "store-unavailable",
        "overloaded"
    })
    HttpResponse<FileView> uploadEnrolmentFile(
            Caller caller,
            UUID id,
            @QueryValue(defaultValue = "") String slot,
            @QueryValue Optional<String> name,
            HttpRequest<?> request,
            @Body @Nullable InputStream content,
            @Parameter(hidden = true) Language language)
            throws IOException {
        var enrolment = transactions.read(() -> enrolments.find(id)).orElseThrow();
        ManualMove.RESUBMIT.check(enrolment.state(), IdentityActor.HANDLER);
        if (!enrolment.kind().takes(slot)) {
            throw DomainException.of(IdentityError.FILE_NOT_EXPECTED);
        }
        return ReceivedUpload.stored(
                request,
                language,
                name,
                content,
                (written, announced, body, length) ->
                        uploadFile.uploadFew(caller, slot, written, announced, body, length));
    }

    @Put("/{id}/non-mainland")
    @Permitted(IdentityRealms.OWN_HANDLER)
    @BeforeGate
    @Write(action = ManualPart.RESUBMIT, owner = ManualAccess.class, ifMatch = true)
    @Operation(summary = "重新提交非大陆地区单位的资料", description = "表单 identity/enrol-non-mainland@1 中关于单位的各项；经办人和账号的各项不再填写。")
    @Refuses({"illegal-move", "phone-taken-in-organisation", "application-pending", "file-taken", "file-not-clean"})
    HttpResponse<EnrolmentView> resubmitNonMainlandUnit(
            Caller caller,
            UUID id,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = NON_MAINLAND) JsonNode document) {
        return HttpResponse.ok(
                shown(resubmitManually.resubmit(caller, ManualKind.NON_MAINLAND, id, document), language));
    }

    @Put("/{id}/project")
    @Permitted(IdentityRealms.OWN_HANDLER)
    @BeforeGate
    @Write(action = ManualPart.RESUBMIT, owner = ManualAccess.class, ifMatch = true)
    @Operation(summary = "重新提交临时项目工程的资料", description = "表单 identity/enrol-project@1 中关于工程的各项和民族；经办人和账号的其他各项不再填写。")
    @Refuses({"illegal-move", "phone-taken-in-organisation", "application-pending", "file-taken", "file-not-clean"})
    HttpResponse<EnrolmentView> resubmitProject(
            Caller caller,
            UUID id,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = PROJECT) JsonNode document) {
        return HttpResponse.ok(shown(resubmitManually.resubmit(caller, ManualKind.PROJECT, id, document), language));
    }

    private EnrolmentView shown(ManualEnrolment enrolment, Language language) {
        return EnrolmentView.of(enrolment, reviews.lastDecision(enrolment.id()).orElse(null), language);
    }
}
