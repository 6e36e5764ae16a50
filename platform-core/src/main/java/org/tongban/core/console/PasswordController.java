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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.BeforePasswordChange;
import org.tongban.core.me.ChangePassword;
import org.tongban.core.module.Title;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Page;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Redraw;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Violation;
import org.tongban.core.web.Write;

/** The change of an officer's own password, which a given one asks for before anything else (CO-23, CO-47b). */
@Hidden
@Controller(value = PasswordController.PATH, produces = MediaType.TEXT_HTML)
class PasswordController {
    static final String PATH = "/console/password";

    private static final Violation DIFFERS = new Violation(
            "/again", "differs", new Title("两次输入的新密码不一致。", "The new password was typed in two different ways."));
    private static final Violation WRONG =
            new Violation("/currentPassword", "wrong", new Title("当前密码不正确。", "Not the current password."));

    private final ConsolePages pages;
    private final ConsoleForms forms;
    private final ConsoleBodies bodies;
    private final ChangePassword changePassword;

    PasswordController(ConsolePages pages, ConsoleForms forms, ConsoleBodies bodies, ChangePassword changePassword) {
        this.pages = pages;
        this.forms = forms;
        this.bodies = bodies;
        this.changePassword = changePassword;
    }

    /** What the page shows; nothing of a password ever. */
    public record Shown(String action, @Nullable ErrorSummary errors, List<Input> inputs) {}

    @SignedIn
    @BeforePasswordChange
    @Get
    HttpResponse<String> consolePasswordPage(HttpRequest<?> request) {
        return pages.answer(request, page(request, Faults.none()));
    }

    @SignedIn
    @BeforePasswordChange
    @AnyParameters
    @Write(action = "platform.password.change", idempotent = false, phases = Write.Phases.TWO)
    @Post(consumes = MediaType.ALL)
    HttpResponse<?> consoleChangePassword(HttpRequest<?> request, Caller caller, @Body @Checked FormFields form) {
        forms.require(request, form);
        var language = PageAddress.of(request).language();
        Redraw.with(
                request, refusal -> page(request, Faults.of(refusal, language, pointer -> pointer.replace("/", ""))));
        var current = form.values().getOrDefault("currentPassword", "");
        var next = form.values().getOrDefault("newPassword", "");
        bodies.require(
                "changePassword",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("currentPassword", current)
                        .put("newPassword", next));
        if (!next.equals(form.value("again"))) {
            throw DomainException.of(CoreError.INVALID_INPUT, List.of(DIFFERS));
        }
        var opened = changePassword
                .change(caller.account(), current, next)
                .orElseThrow(() -> DomainException.of(AccountError.PASSWORD_WRONG, List.of(WRONG)));
        ConsoleSession.opened(request, opened.tokens());
        return ConsolePages.seeOther(request, ConsolePages.HOME, Map.of());
    }

    private Page page(HttpRequest<?> request, Faults faults) {
        var address = PageAddress.of(request);
        var shown = new Shown(
                address.to(PATH),
                faults.summary(pages.text(address, "password.failed")),
                List.of(
                        input(address, "currentPassword", "current-password", faults),
                        input(address, "newPassword", "new-password", faults),
                        input(address, "again", "new-password", faults)));
        return pages.page(request, "password", pages.text(address, "password.title"), List.of(), shown);
    }

    private Input input(PageAddress address, String id, String autocomplete, Faults faults) {
        var hint = id.equals("newPassword") ? pages.text(address, "password.hint") : "";
        return new Input(id, pages.text(address, "password." + id), hint, "password", autocomplete, "", faults.at(id));
    }
}
