package org.tongban.identity.manage;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.Contacts;
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
import org.tongban.identity.approval.Deciders;
import org.tongban.identity.manage.AccountViews.Face;
import org.tongban.identity.manage.AccountViews.Granted;
import org.tongban.identity.manage.AccountViews.NewHandler;
import org.tongban.identity.manage.AccountViews.Phone;
import org.tongban.identity.manage.AccountViews.Replacement;
import org.tongban.identity.manage.AccountViews.View;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserState;

/**
 * Those who decide in an organisation manage the accounts of its handlers (ID-19, ID-20). All is open before the gate, as
 * applications are.
 */
@Controller("/api/identity/v1/handler-accounts")
class ManagedAccountController {
    private final AddHandler addHandler;
    private final ReplaceHandler replaceHandler;
    private final ChangeAccount changeAccount;
    private final TakeOver takeOver;
    private final Deciders deciders;
    private final HandlerAccounts handlers;
    private final Contacts contacts;

    ManagedAccountController(
            AddHandler addHandler,
            ReplaceHandler replaceHandler,
            ChangeAccount changeAccount,
            TakeOver takeOver,
            Deciders deciders,
            HandlerAccounts handlers,
            Contacts contacts) {
        this.addHandler = addHandler;
        this.replaceHandler = replaceHandler;
        this.changeAccount = changeAccount;
        this.takeOver = takeOver;
        this.deciders = deciders;
        this.handlers = handlers;
        this.contacts = contacts;
    }

    /** The accounts of the own organisation's handlers, newest first. */
    @Get
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Read
    @Refuses({"not-found", "not-an-approver", "account-awaiting"})
    PageOf<View> listHandlerAccounts(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"awaiting", "active", "closed"})
                    String state,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        var organisation = deciders.require(caller).organisation();
        var wanted = state == null ? null : State.of(UserState.class, state);
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> reached(handlers.below(organisation, wanted, edge, most)),
                (edge, most) -> reached(handlers.above(organisation, wanted, edge, most)),
                reached -> reached.account().id(),
                reached -> View.of(reached.account(), reached.by(), language));
    }

    /** Adds a handler's account; its holder signs in by a code and chooses a password. */
    @Status(HttpStatus.CREATED)
    @Post
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Write(action = "identity.handler-account.add")
    @Refuses({
        "not-found",
        "not-an-approver",
        "account-awaiting",
        "approve-pending-application",
        "id-expired",
        "phone-taken-in-organisation",
        "login-taken"
    })
    HttpResponse<View> addHandlerAccount(
            Caller caller, @Parameter(hidden = true) Language language, @Body @Checked NewHandler body) {
        return HttpResponse.created(view(addHandler.add(caller, body), language));
    }

    /** An account. */
    @Get("/{id}")
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Read(owner = AccountOwnership.class)
    @Refuses({"not-an-approver", "account-awaiting"})
    View showHandlerAccount(Caller caller, UUID id, @Parameter(hidden = true) Language language) {
        return view(handlers.find(id).orElseThrow(), language);
    }

    /**
     * Gives an account whose person has left to another one. The answer is the successor's account, of the same username; it
     * works once its holder has signed in by a code, chosen a password and been proved by the face.
     */
    @Status(HttpStatus.CREATED)
    @Post("/{id}/replacement")
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Write(action = "identity.handler-account.replace", owner = AccountOwnership.class)
    @Refuses({
        "not-an-approver",
        "account-awaiting",
        "approve-pending-application",
        "handler-not-active",
        "representative-account",
        "last-approver",
        "proof-refused",
        "phone-taken-in-organisation",
        "login-taken"
    })
    HttpResponse<View> replaceHandlerAccount(
            Caller caller, UUID id, @Parameter(hidden = true) Language language, @Body @Checked Replacement body) {
        return HttpResponse.created(view(replaceHandler.replace(caller, id, body), language));
    }

    /** Gives the person of an account another phone, which a code has proved. */
    @Put("/{id}/phone")
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Write(action = "identity.handler-account.change-phone", owner = AccountOwnership.class)
    @Refuses({
        "not-an-approver",
        "account-awaiting",
        "approve-pending-application",
        "handler-not-active",
        "representative-account",
        "proof-refused",
        "phone-taken-in-organisation"
    })
    HttpResponse<View> changeHandlerPhone(
            Caller caller, UUID id, @Parameter(hidden = true) Language language, @Body @Checked Phone body) {
        return HttpResponse.ok(view(changeAccount.changePhone(caller, id, body.phoneProof()), language));
    }

    /** Grants or withdraws an administrator's authority. */
    @Put("/{id}/authority")
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Write(action = "identity.handler-account.authority", owner = AccountOwnership.class)
    @Refuses({"not-an-approver", "account-awaiting", "handler-not-active", "representative-account", "last-approver"})
    HttpResponse<View> grantHandlerAuthority(
            Caller caller, UUID id, @Parameter(hidden = true) Language language, @Body @Checked Granted body) {
        return HttpResponse.ok(view(changeAccount.grant(caller, id, Authority.of(body.authority())), language));
    }

    /** Closes an account for good; its phone is free at once. */
    @Post("/{id}/closure")
    @Permitted(IdentityRealms.DECIDE)
    @BeforeGate
    @Write(action = "identity.handler-account.close", owner = AccountOwnership.class)
    @Refuses({
        "not-an-approver",
        "account-awaiting",
        "approve-pending-application",
        "handler-not-active",
        "representative-account",
        "last-approver"
    })
    HttpResponse<View> closeHandlerAccount(Caller caller, UUID id, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(view(changeAccount.close(caller, id), language));
    }

    /** Opens the own account, got from somebody who left, by the face of its person. */
    @Post("/me/take-over")
    @Permitted(IdentityRealms.OWN_HANDLER)
    @BeforeGate
    @Write(action = "identity.handler-account.take-over")
    @Refuses({"not-found", "illegal-move", "face-not-verified"})
    HttpResponse<View> takeHandlerAccountOver(
            Caller caller, @Parameter(hidden = true) Language language, @Body @Checked Face body) {
        return HttpResponse.ok(view(takeOver.take(caller, body.faceVerification()), language));
    }

    private View view(HandlerAccount account, Language language) {
        return View.of(account, reached(List.of(account)).getFirst().by(), language);
    }

    private record Reached(HandlerAccount account, Contacts.Reach by) {}

    private List<Reached> reached(List<HandlerAccount> handlers) {
        var reaches = contacts.reaches(handlers.stream().map(HandlerAccount::id).toList());
        return handlers.stream()
                .map(account -> new Reached(account, Objects.requireNonNull(reaches.get(account.id()))))
                .toList();
    }
}
