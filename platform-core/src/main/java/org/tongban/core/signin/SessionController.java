package org.tongban.core.signin;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.BeforePasswordChange;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** Sign-in, refresh and sign-out (CO-22). */
@Controller("/api/platform/v1/sessions")
class SessionController {
    private final CaptchaAtSignIn captchaAtSignIn;
    private final OpenSession openSession;
    private final RefreshSession refreshSession;
    private final Revocations revocations;
    private final AuditTrail audit;

    SessionController(
            CaptchaAtSignIn captchaAtSignIn,
            OpenSession openSession,
            RefreshSession refreshSession,
            Revocations revocations,
            AuditTrail audit) {
        this.captchaAtSignIn = captchaAtSignIn;
        this.openSession = openSession;
        this.refreshSession = refreshSession;
        this.revocations = revocations;
        this.audit = audit;
    }

    /**
     * Signs in by password: tokens, or one answer for every reason why not. Where the realm wants a second factor,
     * `second-factor-required` answers the right password: `verification` names the code that was sent to the account's
     * phone, and the request is made again with its proof.
     */
    @Status(HttpStatus.CREATED)
    @Post
    @Open
    @Write(action = "platform.session.create", idempotent = false, phases = Phases.TWO)
    @Refuses({
        "sign-in-failed",
        "sign-in-refused",
        "captcha-required",
        "captcha-wrong",
        "second-factor-required",
        "proof-refused",
        "code-limit",
        "overloaded"
    })
    HttpResponse<SessionTokens> createSession(@Body @Checked SignInRequest body) {
        captchaAtSignIn.require(body.realm(), body.login(), body.captcha());
        return openSession
                .open(body.realm(), body.login(), body.password(), body.device(), body.proof())
                .map(HttpResponse::created)
                .orElseThrow(() -> DomainException.of(AccountError.SIGN_IN_FAILED));
    }

    /** Exchanges a refresh token, once, for the session's next tokens. */
    @Post("/refresh")
    @Open
    @Write(action = "platform.session.refresh", idempotent = false, phases = Phases.TWO)
    @Refuses("refresh-refused")
    HttpResponse<SessionTokens> refreshSession(@Body @Checked RefreshRequest body) {
        return refreshSession
                .refresh(body.refreshToken())
                .map(opened -> HttpResponse.ok(opened.tokens()))
                .orElseThrow(() -> DomainException.of(AccountError.REFRESH_REFUSED));
    }

    /** Signs out: the session's tokens are refused within a second. */
    @Status(HttpStatus.NO_CONTENT)
    @Delete("/current")
    @SignedIn
    @BeforeGate
    @BeforePasswordChange
    @Write(action = "platform.session.end", idempotent = false)
    HttpResponse<Void> endSession(Caller caller) {
        revocations.endSession(caller.session());
        audit.record("platform/session", caller.session(), Map.of());
        return HttpResponse.status(HttpStatus.NO_CONTENT);
    }

    /**
     * Who signs in, and by what.
     *
     * @param login compared without regard to case or width
     * @param captcha where the realm asks for one; without it `captcha-required`
     * @param device what an earlier sign-in from the same device gave
     * @param proof of the code that `second-factor-required` named
     */
    @Serdeable
    record SignInRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 40, example = "staff")
            String realm,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200, example = "admin")
            String login,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String password,

            @Nullable SolvedCaptcha captcha,

            @Nullable @Schema(minLength = 1, maxLength = 200)
            String device,

            @Nullable @Schema(minLength = 1, maxLength = 200)
            String proof) {
        @Override
        public String toString() {
            return "SignInRequest[realm=" + realm + "]";
        }
    }

    /** The refresh token of a session. */
    @Serdeable
    record RefreshRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String refreshToken) {
        @Override
        public String toString() {
            return "RefreshRequest[…]";
        }
    }
}
