package org.tongban.core.code;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** Codes to phones and mailboxes, and the proofs for right ones (CO-25). */
@Controller("/api/platform/v1/codes")
class CodeController {
    private final AskForCode askForCode;
    private final VerifyCode verifyCode;

    CodeController(AskForCode askForCode, VerifyCode verifyCode) {
        this.askForCode = askForCode;
        this.verifyCode = verifyCode;
    }

    /** Sends a code to a phone or a mailbox; who is not signed in solves a captcha first, except for a mailbox. */
    @Status(HttpStatus.ACCEPTED)
    @Post
    @Open
    @Write(action = "platform.code.send", idempotent = false, phases = Phases.TWO)
    @Refuses({"captcha-wrong", "code-limit"})
    HttpResponse<SentCode> sendCode(
            @Nullable Caller caller, @Parameter(hidden = true) Language language, @Body @Checked CodeRequest body) {
        var asked = askForCode.ask(body, caller);
        return HttpResponse.accepted()
                .body(new SentCode(
                        asked.sent().id(),
                        asked.to().masked(),
                        asked.sent().lifetime().toSeconds()));
    }

    /** Exchanges a right code, once, for a proof. */
    @Post("/{id}/verification")
    @Open
    @Write(action = "platform.code.verify", idempotent = false, phases = Phases.TWO)
    @Refuses({"code-wrong", "code-over"})
    HttpResponse<Proof> verifyCode(UUID id, @Nullable Caller caller, @Body @Checked CodeTried body) {
        var session = caller == null ? null : caller.session();
        var right = verifyCode.prove(id, body.code(), session);
        return HttpResponse.ok(new Proof(right.proof(), right.lifetime().toSeconds()));
    }

    /**
     * What a code is wanted for, and where to; either a phone or an e-mail address.
     *
     * @param captcha needed for a phone by who is not signed in
     */
    @Serdeable
    record CodeRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 40, example = "filing-unit")
            String realm,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 40, example = "register")
            String purpose,

            @Nullable @Schema(minLength = 1, maxLength = 40, example = "138 0013 8000")
            String phone,

            @Nullable @Schema(minLength = 1, maxLength = 254)
            String email,

            @Nullable SolvedCaptcha captcha) {
        @Override
        public String toString() {
            return "CodeRequest[realm=" + realm + ", purpose=" + purpose + "]";
        }
    }

    /**
     * A code under way.
     *
     * @param to the phone or address, masked
     * @param expiresIn seconds until the code is no longer valid
     */
    @Serdeable
    record SentCode(
            UUID id,
            @Schema(example = "+86138****8000") String to,
            @Schema(example = "300") long expiresIn) {}

    /** The code as it was read and typed. */
    @Serdeable
    record CodeTried(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 20, example = "408315")
            String code) {
        @Override
        public String toString() {
            return "CodeTried[…]";
        }
    }

    /**
     * What a form takes instead of the code.
     *
     * @param expiresIn seconds until the proof is no longer valid
     */
    @Serdeable
    record Proof(String proof, @Schema(example = "900") long expiresIn) {
        @Override
        public String toString() {
            return "Proof[…]";
        }
    }
}
