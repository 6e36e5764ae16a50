package org.tongban.core.me;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.captcha.Captchas;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.signin.ReachableAccounts;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Checked;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** A forgotten password (CO-24). */
@Controller("/api/platform/v1/password-resets")
class PasswordResetController {
    private final ReachableAccounts accounts;
    private final ResetPassword resetPassword;
    private final Captchas captchas;
    private final Transactions transactions;
    private final AuditTrail audit;

    PasswordResetController(
            ReachableAccounts accounts,
            ResetPassword resetPassword,
            Captchas captchas,
            Transactions transactions,
            AuditTrail audit) {
        this.accounts = accounts;
        this.resetPassword = resetPassword;
        this.captchas = captchas;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Sends a code to the account's phone. The answer is the same where there is no such account. */
    @Status(HttpStatus.ACCEPTED)
    @Post
    @Open
    @Write(action = "platform.password.forget", idempotent = false, phases = Phases.TWO)
    @Refuses({"captcha-wrong", "code-limit"})
    HttpResponse<SentResetCode> requestPasswordReset(@Body @Checked ForgottenPassword body) {
        accounts.requireRealm(body.realm());
        captchas.consume(body.captcha());
        return transactions.write(() -> {
            var sent = accounts.send(CodePurposes.RESET_PASSWORD, body.realm(), body.login(), true);
            audit.record("platform/code", sent.id(), Map.of("realm", body.realm()));
            return HttpResponse.accepted()
                    .body(new SentResetCode(sent.id(), sent.lifetime().toSeconds()));
        });
    }

    /** Sets a new password by the proof of the account's phone. All its sessions end, and it is told. */
    @Status(HttpStatus.NO_CONTENT)
    @Post("/completion")
    @Open
    @Write(action = "platform.password.reset", idempotent = false, phases = Phases.TWO)
    @Refuses({"proof-refused", "password-refused", "overloaded"})
    HttpResponse<Void> completePasswordReset(@Body @Checked NewPassword body) {
        accounts.requireRealm(body.realm());
        if (!resetPassword.reset(
                CodePurposes.RESET_PASSWORD, body.realm(), body.login(), body.proof(), body.newPassword())) {
            throw DomainException.of(CodeError.PROOF_REFUSED);
        }
        return HttpResponse.noContent();
    }

    /** Whose password is forgotten. */
    @Serdeable
    record ForgottenPassword(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 40, example = "filing-unit")
            String realm,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200, example = "unit-a")
            String login,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            SolvedCaptcha captcha) {
        @Override
        public String toString() {
            return "ForgottenPassword[realm=" + realm + "]";
        }
    }

    /**
     * A code that is under way, if there is such an account.
     *
     * @param id what to verify it by
     * @param expiresIn seconds until it is no longer valid
     */
    @Serdeable
    record SentResetCode(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "300")
            long expiresIn) {}

    /** The new password, and the proof that the code's verification gave. */
    @Serdeable
    record NewPassword(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 40, example = "filing-unit")
            String realm,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200, example = "unit-a")
            String login,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String proof,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String newPassword) {
        @Override
        public String toString() {
            return "NewPassword[realm=" + realm + "]";
        }
    }
}
