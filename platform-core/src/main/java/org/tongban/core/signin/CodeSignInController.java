package org.tongban.core.signin;

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
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.captcha.Captchas;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Checked;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** Sign-in by a code to the account's phone (CO-22, CO-23). */
@Controller("/api/platform/v1/sessions/by-code")
class CodeSignInController {
    private final ReachableAccounts accounts;
    private final OpenSessionByCode openSession;
    private final Captchas captchas;
    private final Transactions transactions;
    private final AuditTrail audit;

    CodeSignInController(
            ReachableAccounts accounts,
            OpenSessionByCode openSession,
            Captchas captchas,
            Transactions transactions,
            AuditTrail audit) {
        this.accounts = accounts;
        this.openSession = openSession;
        this.captchas = captchas;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Sends a code to the account's phone. It goes to the confirmed e-mail where there is no phone; the answer is the same
     * where there is no such account. Who can use neither form of the captcha leaves it out; after two
     * codes of a day none is sent without it, and the answer stays the same.
     */
    @Status(HttpStatus.ACCEPTED)
    @Post("/codes")
    @Open
    @Write(action = "platform.session.send-code", idempotent = false, phases = Phases.TWO)
    @Refuses({"captcha-wrong", "code-limit"})
    HttpResponse<SentSignInCode> sendSignInCode(@Body @Checked SignInCodeRequest body) {
        accounts.requireRealm(body.realm());
        if (body.captcha() != null) {
            captchas.consume(body.captcha());
        }
        return transactions.write(() -> {
            var sent = accounts.send(CodePurposes.SIGN_IN, body.realm(), body.login(), body.captcha() != null);
            audit.record("platform/code", sent.id(), Map.of("realm", body.realm()));
            return HttpResponse.accepted()
                    .body(new SentSignInCode(sent.id(), sent.lifetime().toSeconds()));
        });
    }

    /** Signs in by the proof that the code's verification gave. */
    @Status(HttpStatus.CREATED)
    @Post
    @Open
    @Write(action = "platform.session.create", idempotent = false, phases = Phases.TWO)
    @Refuses({"sign-in-failed", "proof-refused"})
    HttpResponse<SessionTokens> createSessionByCode(@Body @Checked CodeSignIn body) {
        return openSession
                .open(body.realm(), body.login(), body.proof(), body.device())
                .map(HttpResponse::created)
                .orElseThrow(() -> DomainException.of(AccountError.SIGN_IN_FAILED));
    }

    /** Whose phone a code is to go to. */
    @Serdeable
    record SignInCodeRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 40, example = "filing-unit")
            String realm,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200, example = "unit-a")
            String login,

            @Nullable SolvedCaptcha captcha) {
        @Override
        public String toString() {
            return "SignInCodeRequest[realm=" + realm + "]";
        }
    }

    /**
     * A code that is under way, if there is such an account.
     *
     * @param id what to verify it by
     * @param expiresIn seconds until it is no longer valid
     */
    @Serdeable
    record SentSignInCode(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "300")
            long expiresIn) {}

    /** Who signs in, and the proof of its phone. */
    @Serdeable
    record CodeSignIn(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 40, example = "filing-unit")
            String realm,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200, example = "unit-a")
            String login,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String proof,

            @Nullable @Schema(minLength = 1, maxLength = 200)
            String device) {
        @Override
        public String toString() {
            return "CodeSignIn[realm=" + realm + "]";
        }
    }
}
