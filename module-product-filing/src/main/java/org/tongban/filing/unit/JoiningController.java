package org.tongban.filing.unit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;

/** An organisation that signed in elsewhere joins the unit that it has here already (ID-41). */
@Controller(JoiningController.PATH)
class JoiningController {
    static final String PATH = "/api/product-filing/v1/units/me/joining";

    private final JoinUnit joinUnit;
    private final UnitViews views;

    JoiningController(JoinUnit joinUnit, UnitViews views) {
        this.joinUnit = joinUnit;
        this.views = views;
    }

    @Status(HttpStatus.ACCEPTED)
    @Post("/codes")
    @Permitted(ProductFilingModule.OWN)
    @Write(action = "product-filing.unit.send-code", idempotent = false)
    @Operation(
            summary = "发送加入已有单位的验证码",
            description = "发往该单位账号的手机，手机号不予显示；随后在 /api/platform/v1/codes/{id}/verification 核验。")
    @Refuses({"not-found", "already-joined", "code-limit"})
    HttpResponse<SentJoiningCode> sendJoiningCode(Caller caller) {
        var sent = joinUnit.send(caller);
        return HttpResponse.accepted()
                .body(new SentJoiningCode(sent.id(), sent.lifetime().toSeconds()));
    }

    @Post
    @Permitted(ProductFilingModule.OWN)
    @Write(action = "product-filing.unit.join")
    @Operation(summary = "加入已有单位", description = "凭该单位手机验证码取得的凭据；此后以本次登录即可办理该单位的备案。")
    @Refuses({"not-found", "already-joined", "proof-refused"})
    HttpResponse<UnitViews.UnitView> joinUnit(
            Caller caller, @Parameter(hidden = true) Language language, @Body @Checked Joining body) {
        return HttpResponse.ok(views.of(joinUnit.join(caller, body.proof()), language));
    }

    /**
     * A code under way to a phone that is not shown.
     *
     * @param id what to verify it by
     * @param expiresIn seconds until the code is no longer valid
     */
    @Serdeable
    record SentJoiningCode(UUID id, @Schema(example = "300") long expiresIn) {}

    /** The proof that a right code gave. */
    @Serdeable
    record Joining(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 200,
                    example = "f1Qh0S7v3m8m0cTzWn4tq2Jc0m0gqR2d9mQx0r1H0ZQ")
            String proof) {
        @Override
        public String toString() {
            return "Joining[…]";
        }
    }
}
