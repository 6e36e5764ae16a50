package org.tongban.identity.approval;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.message.Masked;
import org.tongban.core.module.Language;
import org.tongban.core.state.State;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.application.ApplicationState;
import org.tongban.identity.application.Applications;
import org.tongban.identity.application.HandlerApplication;
import org.tongban.identity.approval.ApplicationViews.Approval;
import org.tongban.identity.approval.ApplicationViews.Named;
import org.tongban.identity.approval.ApplicationViews.Rejection;
import org.tongban.identity.approval.ApplicationViews.View;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccounts;

/**
 * Those who decide in an organisation see and decide on the applications of its handlers (ID-15). All is open before the
 * gate, where a session by a credential stays; who waits there as a handler is refused by {@link Deciders}.
 */
@Controller("/api/identity/v1/handler-applications")
class ApplicationController {
    private final DecideApplication decideApplication;
    private final Deciders deciders;
    private final Applications applications;
    private final HandlerAccounts handlers;
    private final Accounts accounts;

    ApplicationController(
            DecideApplication decideApplication,
            Deciders deciders,
            Applications applications,
            HandlerAccounts handlers,
            Accounts accounts) {
        this.decideApplication = decideApplication;
        this.deciders = deciders;
        this.applications = applications;
        this.handlers = handlers;
        this.accounts = accounts;
    }

    /** The applications to be a handler of the own organisation, newest first. */
    @Get
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Read
    @Refuses({"not-found", "not-an-approver", "account-awaiting"})
    PageOf<View> listHandlerApplications(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"pending", "approved", "rejected", "lapsed", "withdrawn"})
                    String state,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        var organisation = deciders.require(caller).organisation();
        var wanted = state == null ? null : State.of(ApplicationState.class, state);
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> named(applications.below(organisation, wanted, edge, most)),
                (edge, most) -> named(applications.above(organisation, wanted, edge, most)),
                named -> named.application().id(),
                named -> View.of(named, null, language));
    }

    /** An application. */
    @Get("/{id}")
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Read(owner = ApplicationOwnership.class)
    @Refuses({"not-an-approver", "account-awaiting"})
    View showHandlerApplication(Caller caller, UUID id, @Parameter(hidden = true) Language language) {
        return view(applications.find(id).orElseThrow(), language);
    }

    /** Approves an application, by the face of who approves; the applicant's account works at once. */
    @Post("/{id}/approval")
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Write(action = "identity.application.approve", owner = ApplicationOwnership.class)
    @Refuses({
        "not-an-approver",
        "account-awaiting",
        "application-decided",
        "credential-without-holder",
        "id-expired",
        "face-not-verified"
    })
    HttpResponse<View> approveHandlerApplication(
            Caller caller, UUID id, @Parameter(hidden = true) Language language, @Body @Checked Approval body) {
        return HttpResponse.ok(view(decideApplication.approve(caller, id, body.faceVerification()), language));
    }

    /** Rejects an application with a reason; the applicant's account is closed. */
    @Post("/{id}/rejection")
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Write(action = "identity.application.reject", owner = ApplicationOwnership.class)
    @Refuses({"not-an-approver", "account-awaiting", "application-decided"})
    HttpResponse<View> rejectHandlerApplication(
            Caller caller, UUID id, @Parameter(hidden = true) Language language, @Body @Checked Rejection body) {
        return HttpResponse.ok(
                view(decideApplication.reject(caller, id, body.reason().strip()), language));
    }

    private View view(HandlerApplication application, Language language) {
        var applicant = handlers.find(application.account()).orElseThrow();
        var phone = accounts.phone(applicant.id()).map(Masked::phone).orElse(null);
        return View.of(new Named(application, applicant), phone, language);
    }

    private List<Named> named(List<HandlerApplication> page) {
        var applicants = handlers
                .all(page.stream().map(HandlerApplication::account).toList())
                .stream()
                .collect(Collectors.toMap(HandlerAccount::id, Function.identity()));
        return page.stream()
                .map(application ->
                        new Named(application, Objects.requireNonNull(applicants.get(application.account()))))
                .toList();
    }
}
