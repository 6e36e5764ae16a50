package org.tongban.core.me;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.BeforePasswordChange;
import org.tongban.core.module.Title;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Violation;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** How the signed-in account is reached, and its end (CO-24b). */
@Controller("/api/platform/v1/me")
class MyContactsController {
    private static final Violation WRONG =
            new Violation("/password", "wrong", new Title("密码不正确", "Not the account's password"));

    private final ChangePhone changePhone;
    private final CloseAccount closeAccount;

    MyContactsController(ChangePhone changePhone, CloseAccount closeAccount) {
        this.changePhone = changePhone;
        this.closeAccount = closeAccount;
    }

    /**
     * Takes a phone that a code has proved. For the first one that is a code for bind-phone; in the place of another, codes
     * for change-phone to both. They are asked for with the token of this session.
     */
    @Status(HttpStatus.NO_CONTENT)
    @Put("/phone")
    @SignedIn
    @BeforeGate
    @BeforePasswordChange
    @Write(action = "platform.account.change-phone", idempotent = false)
    @Refuses({"proof-refused", "phone-taken", "forbidden"})
    HttpResponse<Void> changeMyPhone(Caller caller, @Body @Checked PhoneChange body) {
        changePhone.change(caller, body.oldProof(), body.newProof());
        return HttpResponse.noContent();
    }

    /** Takes the e-mail address that a code for `confirm-email` has proved. */
    @Status(HttpStatus.NO_CONTENT)
    @Put("/email")
    @SignedIn
    @BeforeGate
    @Write(action = "platform.account.change-email", idempotent = false)
    @Refuses({"proof-refused", "email-taken", "forbidden"})
    HttpResponse<Void> changeMyEmail(Caller caller, @Body @Checked EmailChange body) {
        changePhone.confirmEmail(caller, body.proof());
        return HttpResponse.noContent();
    }

    /**
     * Closes the account for good. What is in review keeps it open and is named in `business`; accounts of staff are closed
     * by an administrator.
     */
    @Status(HttpStatus.NO_CONTENT)
    @Post("/closure")
    @SignedIn
    @BeforeGate
    @Write(action = "platform.account.close", idempotent = false, phases = Phases.TWO)
    @Refuses({"password-wrong", "open-business", "forbidden", "sign-in-refused", "overloaded"})
    HttpResponse<Void> closeMyAccount(Caller caller, @Body @Checked Closure body) {
        if (!closeAccount.close(caller.account(), body.password())) {
            throw DomainException.of(AccountError.PASSWORD_WRONG, List.of(WRONG));
        }
        return HttpResponse.noContent();
    }

    /** The proofs of the present phone, where there is one, and of the next. */
    @Serdeable
    record PhoneChange(
            @Nullable @Schema(minLength = 1, maxLength = 200)
            String oldProof,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String newProof) {
        @Override
        public String toString() {
            return "PhoneChange[…]";
        }
    }

    /** The proof of a mailbox. */
    @Serdeable
    record EmailChange(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String proof) {
        @Override
        public String toString() {
            return "EmailChange[…]";
        }
    }

    /** The password, typed again. */
    @Serdeable
    record Closure(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String password) {
        @Override
        public String toString() {
            return "Closure[…]";
        }
    }
}
