package org.tongban.identity.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.recovery.RecoveryViews.ProvedRecovery;
import org.tongban.identity.recovery.RecoveryViews.RecoveredAccounts;
import org.tongban.identity.recovery.RecoveryViews.RecoveredPassword;
import org.tongban.identity.recovery.RecoveryViews.SentRecoveryCode;

/** A forgotten password or username of a handler's account (ID-30, ID-31). */
@Controller("/api/identity/v1/recoveries")
class RecoveryController {
    private final RecoverAccount recoverAccount;

    RecoveryController(RecoverAccount recoverAccount) {
        this.recoverAccount = recoverAccount;
    }

    @Status(HttpStatus.ACCEPTED)
    @Post
    @Open
    @Write(action = "identity.recovery.ask", idempotent = false, phases = Phases.TWO)
    @Operation(summary = "找回经办人账号", description = "表单 identity/recover@1；短信验证码发送至账号绑定的手机。账号不存在时应答完全相同。")
    @Refuses({"captcha-wrong", "code-limit"})
    HttpResponse<SentRecoveryCode> recoverAccount(
            @Body @Checked(form = IdentityModule.RECOVERY_FORM) JsonNode document) {
        var sent = recoverAccount.ask(document);
        return HttpResponse.accepted()
                .body(new SentRecoveryCode(sent.id(), sent.lifetime().toSeconds()));
    }

    /** Shows the usernames, by the proof that the code's verification gave. The proof stays good for a new password. */
    @Post("/accounts")
    @Open
    @Write(action = "identity.recovery.show", idempotent = false, phases = Phases.TWO)
    @Refuses("proof-refused")
    HttpResponse<RecoveredAccounts> showRecoveredAccounts(@Body @Checked ProvedRecovery body) {
        return HttpResponse.ok(new RecoveredAccounts(recoverAccount.show(body.proof())));
    }

    /** Sets a new password by the same proof, once. All sessions of the account end, and it is told. */
    @Status(HttpStatus.NO_CONTENT)
    @Post("/completion")
    @Open
    @Write(action = "identity.recovery.complete", idempotent = false, phases = Phases.TWO)
    @Refuses({"proof-refused", "password-refused", "overloaded"})
    HttpResponse<Void> completeRecovery(@Body @Checked RecoveredPassword body) {
        recoverAccount.complete(body.proof(), body.username(), body.newPassword());
        return HttpResponse.noContent();
    }
}
