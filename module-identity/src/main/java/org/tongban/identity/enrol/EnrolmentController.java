package org.tongban.identity.enrol;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.module.Language;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.enrol.EnrolmentViews.CreatedUser;
import org.tongban.identity.enrol.EnrolmentViews.VerifiedInformation;

/** The first two steps of an enrolment, for whoever has no account yet (ID-11, ID-12). */
@Controller("/api/identity/v1/enrolments")
class EnrolmentController {
    private static final String USERS = "/api/identity/v1/enrolments/users";
    private static final String CAPTCHA_ID = "Captcha-Id";
    private static final String CAPTCHA_ANSWER = "Captcha-Answer";

    private final VerifyInformation verifyInformation;
    private final EnrolUser enrolUser;

    EnrolmentController(VerifyInformation verifyInformation, EnrolUser enrolUser) {
        this.verifyInformation = verifyInformation;
        this.enrolUser = enrolUser;
    }

    @Status(HttpStatus.CREATED)
    @Post("/in-province")
    @Open
    @Write(action = "identity.enrolment.verify", idempotent = false, phases = Phases.TWO)
    @Operation(
            summary = "省内单位信息认证",
            description = "表单 identity/enrol-in-province@1，图形验证码以请求头 Captcha-Id、Captcha-Answer 提交。"
                    + "与登记机关数据一致时给出30分钟内有效的注册凭据；其他非法人单位转人工认证。")
    @Refuses({"captcha-required", "captcha-wrong", "registry-unavailable"})
    HttpResponse<VerifiedInformation> verifyInProvinceUnit(
            @Nullable @Header(CAPTCHA_ID) UUID captcha,
            @Nullable @Header(CAPTCHA_ANSWER) @Schema(minLength = 1, maxLength = 20) String answer,
            @Body @Checked(form = EnrolmentForms.IN_PROVINCE) JsonNode document) {
        return verified(Place.IN_PROVINCE, document, captcha, answer);
    }

    @Status(HttpStatus.CREATED)
    @Post("/out-of-province")
    @Open
    @Write(action = "identity.enrolment.verify", idempotent = false, phases = Phases.TWO)
    @Operation(
            summary = "省外单位信息认证",
            description = "表单 identity/enrol-out-of-province@1，图形验证码以请求头 Captcha-Id、Captcha-Answer 提交。"
                    + "与登记机关数据一致时给出30分钟内有效的注册凭据。")
    @Refuses({"captcha-required", "captcha-wrong", "registry-unavailable"})
    HttpResponse<VerifiedInformation> verifyOutOfProvinceUnit(
            @Nullable @Header(CAPTCHA_ID) UUID captcha,
            @Nullable @Header(CAPTCHA_ANSWER) @Schema(minLength = 1, maxLength = 20) String answer,
            @Body @Checked(form = EnrolmentForms.OUT_OF_PROVINCE) JsonNode document) {
        return verified(Place.OUT_OF_PROVINCE, document, captcha, answer);
    }

    private HttpResponse<VerifiedInformation> verified(
            Place place, JsonNode document, @Nullable UUID captcha, @Nullable String answer) {
        var solved = captcha == null || answer == null ? null : new SolvedCaptcha(captcha, answer);
        return HttpResponse.created(
                switch (verifyInformation.verify(place, document, solved)) {
                    case VerifyInformation.Outcome.Verified(var begun) ->
                        new VerifiedInformation(begun.token(), begun.expiresAt(), EnrolmentForms.CREATE_USER, USERS);
                    case VerifyInformation.Outcome.Manual() ->
                        new VerifiedInformation(null, null, EnrolmentForms.PROJECT, null);
                });
    }

    @Status(HttpStatus.CREATED)
    @Post("/users")
    @Open
    @Write(action = "identity.enrolment.create-user", idempotent = false, phases = Phases.TWO)
    @Operation(
            summary = "创建经办人用户",
            description = "表单 identity/create-user@1，注册凭据以请求头 Enrolment-Token 提交；手机（及作为用户名的邮箱）"
                    + "须先以验证码（用途 handler-register）取得凭据。创建后以用户名和密码登录，完成人脸核验。")
    @Refuses({
        "enrolment-token-refused",
        "registration-refused",
        "proof-refused",
        "login-taken",
        "agreements-not-accepted",
        "phone-taken-in-organisation",
        "id-expired",
        "application-pending",
        "daily-limit-reached",
        "overloaded"
    })
    HttpResponse<CreatedUser> createEnrolledUser(
            @Header("Enrolment-Token") @Schema(minLength = 1, maxLength = 200) String token,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = EnrolmentForms.CREATE_USER) JsonNode document) {
        var created = enrolUser.create(token, document);
        return HttpResponse.created(new CreatedUser(
                created.opened().account().id(),
                created.opened().account().login(),
                created.advice().stream()
                        .map(violation -> violation.message().in(language))
                        .toList(),
                IdentityRealms.OWN_ACCOUNT + "/face-verifications"));
    }
}
