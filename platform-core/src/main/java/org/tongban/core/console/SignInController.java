package org.tongban.core.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.BeforePasswordChange;
import org.tongban.core.account.Realms;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Page;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Redraw;
import org.tongban.core.signin.CaptchaAtSignIn;
import org.tongban.core.signin.OpenSession;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Open;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** Signing in to the console and out of it: the sessions are those of the API (CO-22, CO-47b). */
@Hidden
@Controller(value = "/console", produces = MediaType.TEXT_HTML)
class SignInController {
    static final String PATH = "/console/sign-in";
    static final String SIGN_OUT = "/console/sign-out";

    private final ConsolePages pages;
    private final ConsoleForms forms;
    private final ConsoleCookies cookies;
    private final ConsoleBodies bodies;
    private final CaptchaAtSignIn captchaAtSignIn;
    private final OpenSession openSession;
    private final Revocations revocations;
    private final AuditTrail audit;

    SignInController(
            ConsolePages pages,
            ConsoleForms forms,
            ConsoleCookies cookies,
            ConsoleBodies bodies,
            CaptchaAtSignIn captchaAtSignIn,
            OpenSession openSession,
            Revocations revocations,
            AuditTrail audit) {
        this.pages = pages;
        this.forms = forms;
        this.cookies = cookies;
        this.bodies = bodies;
        this.captchaAtSignIn = captchaAtSignIn;
        this.openSession = openSession;
        this.revocations = revocations;
        this.audit = audit;
    }

    /** What the page of the sign-in shows. */
    public record Shown(String action, @Nullable ErrorSummary errors, Input login, Input password) {}

    @Open
    @Get("/sign-in")
    HttpResponse<String> consoleSignInPage(HttpRequest<?> request) {
        return pages.answer(request, page(request, "", Faults.none()));
    }

    @Open
    @AnyParameters
    @Write(action = "platform.session.create", idempotent = false, phases = Write.Phases.TWO)
    @Post(value = "/sign-in", consumes = MediaType.ALL)
    HttpResponse<?> consoleSignIn(HttpRequest<?> request, @Body @Checked FormFields form) {
        forms.require(request, form);
        var address = PageAddress.of(request);
        var login = form.values().getOrDefault("login", "");
        var password = form.values().getOrDefault("password", "");
        Redraw.with(
                request,
                refusal -> page(
                        request, login, Faults.of(refusal, address.language(), pointer -> pointer.replace("/", ""))));
        var device = cookies.device(request).orElse(null);
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("realm", Realms.STAFF)
                .put("login", login)
                .put("password", password);
        bodies.require("createSession", device == null ? body : body.put("device", device));
        captchaAtSignIn.require(Realms.STAFF, login, null);
        var tokens = openSession
                .open(Realms.STAFF, login, password, device, null)
                .orElseThrow(() -> DomainException.of(AccountError.SIGN_IN_FAILED));
        ConsoleSession.opened(request, tokens);
        if (!tokens.pending().isEmpty()) {
            return ConsolePages.seeOther(request, PasswordController.PATH, Map.of());
        }
        return HttpResponse.seeOther(
                URI.create(Returning.to(address.value("to")).orElseGet(() -> address.to(ConsolePages.HOME))));
    }

    @SignedIn
    @BeforePasswordChange
    @AnyParameters
    @Write(action = "platform.session.end", idempotent = false)
    @Post(value = "/sign-out", consumes = MediaType.ALL)
    HttpResponse<?> consoleSignOut(HttpRequest<?> request, Caller caller, @Body @Checked FormFields form) {
        forms.require(request, form);
        revocations.endSession(caller.session());
        audit.record("platform/session", caller.session(), Map.of());
        ConsoleSession.ended(request);
        return ConsolePages.seeOther(request, PATH, Map.of());
    }

    private Page page(HttpRequest<?> request, String login, Faults faults) {
        var address = PageAddress.of(request);
        var to = Returning.to(address.value("to")).orElse("");
        var shown = new Shown(
                address.to(PATH, Map.of("to", to)),
                faults.summary(pages.text(address, "sign-in.failed")),
                new Input(
                        "login",
                        pages.text(address, "sign-in.login"),
                        "",
                        "text",
                        "username",
                        login,
                        faults.at("login")),
                new Input(
                        "password",
                        pages.text(address, "sign-in.password"),
                        "",
                        "password",
                        "current-password",
                        "",
                        faults.at("password")));
        return pages.page(request, "sign-in", pages.text(address, "sign-in.title"), List.of(), shown);
    }
}
