package org.tongban.filing.verification;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.tongban.core.form.CheckedDraft;
import org.tongban.core.module.Language;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.verification.VerificationViews.Submission;
import org.tongban.filing.verification.VerificationViews.VerificationView;

/** Units prove who they are, and say what has changed (PF-5 to PF-8). */
@Controller("/api/product-filing/v1/units/me")
class VerificationController {
    private final Applicants applicants;
    private final SaveVerification saveVerification;
    private final SubmitVerification submitVerification;
    private final Reviews reviews;

    VerificationController(
            Applicants applicants,
            SaveVerification saveVerification,
            SubmitVerification submitVerification,
            Reviews reviews) {
        this.applicants = applicants;
        this.saveVerification = saveVerification;
        this.submitVerification = submitVerification;
        this.reviews = reviews;
    }

    @Get("/verification")
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "查看实名认证信息", description = "电话以掩码显示；退回的附审核意见。")
    @Refuses({"not-found", "unit-exists"})
    VerificationView showVerification(Caller caller, @Parameter(hidden = true) Language language) {
        return shown(caller, VerificationKind.VERIFICATION, language);
    }

    @Put("/verification")
    @Write(action = "product-filing.verification.edit")
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "保存实名认证草稿", description = "表单 product-filing/verification@1；草稿可以不完整。电话原样送回掩码即保留原值。")
    @Refuses({"form-closed", "verification-locked", "already-verified", "file-taken", "unit-exists"})
    HttpResponse<VerificationView> saveVerification(
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = ProductFilingModule.VERIFICATION_FORM) CheckedDraft draft) {
        return saved(caller, VerificationKind.VERIFICATION, draft, language);
    }

    @Post("/verification/submission")
    @Write(action = "product-filing.verification.submit", idempotent = false, phases = Phases.TWO)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "提交实名认证审核", description = "企业信息与登记机关数据核对；不完整时一次列出全部问题。该代码已有认证单位时须声明接管（takeover），原单位将收到通知。")
    @Refuses({
        "not-found",
        "form-closed",
        "verification-not-complete",
        "already-verified",
        "unit-verified",
        "draft-changed",
        "illegal-move",
        "id-expired",
        "registry-unavailable",
        "unit-exists"
    })
    HttpResponse<VerificationView> submitVerification(
            Caller caller, @Parameter(hidden = true) Language language, @Body @Checked Submission body) {
        var submitted =
                submitVerification.submit(caller, VerificationKind.VERIFICATION, Boolean.TRUE.equals(body.takeover()));
        return HttpResponse.ok(VerificationView.of(submitted, reviews, language));
    }

    @Get("/change")
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "查看单位信息变更", description = "最近一次变更；退回的附审核意见。")
    @Refuses({"not-found", "unit-exists"})
    VerificationView showUnitChange(Caller caller, @Parameter(hidden = true) Language language) {
        return shown(caller, VerificationKind.CHANGE, language);
    }

    @Put("/change")
    @Write(action = "product-filing.verification.edit")
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "保存单位信息变更草稿", description = "表单 product-filing/verification-change@1；未变更的证照可沿用已认证的文件。")
    @Refuses({"form-closed", "verification-locked", "verification-required", "file-taken", "unit-exists"})
    HttpResponse<VerificationView> saveUnitChange(
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = ProductFilingModule.CHANGE_FORM) CheckedDraft draft) {
        return saved(caller, VerificationKind.CHANGE, draft, language);
    }

    @Post("/change/submission")
    @Write(action = "product-filing.verification.submit", idempotent = false, phases = Phases.TWO)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "提交单位信息变更审核", description = "审核期间草稿和更新照常，新的备案暂不能提交。")
    @Refuses({
        "not-found",
        "form-closed",
        "verification-not-complete",
        "verification-required",
        "draft-changed",
        "illegal-move",
        "id-expired",
        "registry-unavailable",
        "unit-exists"
    })
    HttpResponse<VerificationView> submitUnitChange(Caller caller, @Parameter(hidden = true) Language language) {
        var submitted = submitVerification.submit(caller, VerificationKind.CHANGE, false);
        return HttpResponse.ok(VerificationView.of(submitted, reviews, language));
    }

    @Status(HttpStatus.NO_CONTENT)
    @Delete("/change")
    @Write(action = "product-filing.verification.edit")
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "放弃单位信息变更草稿", description = "审核中的不能放弃，须先撤回。")
    @Refuses({"not-found", "verification-locked", "verification-required", "unit-exists"})
    HttpResponse<Void> discardUnitChange(Caller caller) {
        saveVerification.discard(caller);
        return HttpResponse.noContent();
    }

    private VerificationView shown(Caller caller, VerificationKind kind, Language language) {
        return applicants
                .shown(caller, kind)
                .map(found -> VerificationView.of(found, reviews, language))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private HttpResponse<VerificationView> saved(
            Caller caller, VerificationKind kind, CheckedDraft draft, Language language) {
        return HttpResponse.ok(VerificationView.of(saveVerification.save(caller, kind, draft), reviews, language));
    }
}
