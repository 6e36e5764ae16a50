package org.tongban.core.me;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.BeforePasswordChange;
import org.tongban.core.account.Capacity;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.message.inbox.Inboxes;
import org.tongban.core.module.Title;
import org.tongban.core.signin.FirstStep;
import org.tongban.core.signin.FirstSteps;
import org.tongban.core.signin.SessionTokens;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Violation;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** The signed-in account about itself (CO-24b). */
@Controller("/api/platform/v1/me")
class MeController {
    private static final Violation WRONG =
            new Violation("/currentPassword", "wrong", new Title("当前密码不正确", "Not the current password"));

    private final Accounts accounts;
    private final OrganisationDirectory organisations;
    private final ChangePassword changePassword;
    private final FirstSteps firstSteps;
    private final Inboxes inboxes;

    MeController(
            Accounts accounts,
            OrganisationDirectory organisations,
            ChangePassword changePassword,
            FirstSteps firstSteps,
            Inboxes inboxes) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.changePassword = changePassword;
        this.firstSteps = firstSteps;
        this.inboxes = inboxes;
    }

    /** The account, what it may do and for whom it acts. */
    @Get
    @SignedIn
    @BeforeGate
    @BeforePasswordChange
    @Read
    @Refuses("not-found")
    WhoAmI whoAmI(Caller caller) {
        var account = accounts.find(caller.account()).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        var organisation = caller.organisation() == null
                ? null
                : organisations.find(caller.organisation()).orElse(null);
        return new WhoAmI(
                account.id(),
                account.realm(),
                account.login(),
                caller.permissions().stream().sorted().toList(),
                account.mustChangePassword(),
                firstSteps.of(account),
                caller.person(),
                organisation == null ? null : new ActsFor(organisation.id(), organisation.uscc(), organisation.name()),
                caller.capacity(),
                caller.region(),
                inboxes.unread(account.id()));
    }

    /** Changes the password: all sessions end, and the answer's tokens are those of a new one. */
    @Post("/password")
    @SignedIn
    @BeforeGate
    @BeforePasswordChange
    @Write(action = "platform.password.change", idempotent = false, phases = Phases.TWO)
    @Refuses({"password-wrong", "password-refused", "sign-in-refused", "overloaded"})
    HttpResponse<SessionTokens> changePassword(Caller caller, @Body @Checked PasswordChange body) {
        return changePassword
                .change(caller.account(), body.currentPassword(), body.newPassword())
                .map(opened -> HttpResponse.ok(opened.tokens()))
                .orElseThrow(() -> DomainException.of(AccountError.PASSWORD_WRONG, List.of(WRONG)));
    }

    /**
     * The present and the new password.
     *
     * @param currentPassword left out by who has none yet, having signed in by code
     */
    @Serdeable
    record PasswordChange(
            @Nullable @Schema(minLength = 1, maxLength = 200)
            String currentPassword,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[…]";
        }
    }

    /**
     * The signed-in account.
     *
     * @param capacity as what its person acts for the organisation (ID-41)
     * @param unreadMessages how many messages of its inbox it has not read, counted up to 1,000
     */
    @Serdeable
    record WhoAmI(
            UUID account,
            String realm,
            String login,
            List<String> permissions,
            boolean mustChangePassword,
            List<FirstStep> pending,
            @Nullable UUID person,
            @Nullable ActsFor organisation,
            @Nullable Capacity capacity,
            @Nullable String region,
            long unreadMessages) {}

    /**
     * The organisation that the account acts for.
     *
     * @param uscc absent for a unit that has none
     */
    @Serdeable
    record ActsFor(UUID id, @Nullable String uscc, String name) {}
}
