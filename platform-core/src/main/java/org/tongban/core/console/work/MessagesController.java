package org.tongban.core.console.work;

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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Dates;
import org.tongban.core.console.Faults;
import org.tongban.core.message.deadletter.DeadLetter;
import org.tongban.core.message.deadletter.DeadLetterOwnership;
import org.tongban.core.message.deadletter.DeadLetters;
import org.tongban.core.module.CoreModule;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Page;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Redraw;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;

/** Messages that did not arrive, in the console (CO-41, CO-47b). */
@Hidden
@Controller(value = MessagesController.PATH, produces = MediaType.TEXT_HTML)
class MessagesController {
    static final String PATH = "/console/messages";

    private static final Set<String> DONE = Set.of("message-retry", "message-discard");

    private final ConsolePages pages;
    private final ConsoleForms forms;
    private final DeadLetters deadLetters;
    private final Transactions transactions;
    private final AuditTrail audit;

    MessagesController(
            ConsolePages pages,
            ConsoleForms forms,
            DeadLetters deadLetters,
            Transactions transactions,
            AuditTrail audit) {
        this.pages = pages;
        this.forms = forms;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Permitted(CoreModule.OPERATE)
    @Get
    HttpResponse<String> consoleMessages(HttpRequest<?> request, Caller caller) {
        return pages.answer(request, page(request, caller, Faults.none()));
    }

    @Permitted(CoreModule.OPERATE)
    @AnyParameters
    @Write(action = "platform.message.retry", owner = DeadLetterOwnership.class, idempotent = false)
    @Post(value = "/{id}/retry", consumes = MediaType.ALL)
    HttpResponse<?> consoleRetryMessage(
            HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        begin(request, caller, form);
        return done(request, deadLetters.retry(id), "message-retry");
    }

    @Permitted(CoreModule.OPERATE)
    @AnyParameters
    @Write(action = "platform.message.discard", owner = DeadLetterOwnership.class, idempotent = false)
    @Post(value = "/{id}/discard", consumes = MediaType.ALL)
    HttpResponse<?> consoleDiscardMessage(
            HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        begin(request, caller, form);
        return done(request, deadLetters.discard(id), "message-discard");
    }

    private void begin(HttpRequest<?> request, Caller caller, FormFields form) {
        forms.require(request, form);
        var language = PageAddress.of(request).language();
        Redraw.with(request, refusal -> page(request, caller, Faults.of(refusal, language, pointer -> null)));
    }

    private HttpResponse<?> done(HttpRequest<?> request, DeadLetter letter, String what) {
        audit.record(letter.auditSubject(), letter.auditId(), letter.auditDigest());
        return ConsolePages.seeOther(request, PATH, Map.of("done", what));
    }

    private Page page(HttpRequest<?> request, Caller caller, Faults faults) {
        var address = PageAddress.of(request);
        var found = transactions.connected(() -> deadLetters.page(caller, Lists.cursor(address), Lists.ROWS, true));
        var done = address.value("done");
        var empty = new Empty(pages.text(address, "messages.empty"), List.of(pages.text(address, "messages.empty.1")));
        var shown = new WorkShown.MessageList(
                count(address, found),
                faults.summary(pages.text(address, "messages.failed")),
                DONE.contains(done) ? new Notice("info", pages.text(address, "done." + done)) : null,
                found.items().stream().map(letter -> row(address, letter)).toList(),
                found.items().isEmpty() ? empty : null,
                Lists.pager(address, PATH, found));
        return pages.page(request, "messages", pages.text(address, "messages.title"), List.of(), shown);
    }

    private String count(PageAddress address, PageOf<?> found) {
        return found.totalAtLeast() != null
                ? pages.text(address, "messages.count.more", found.totalAtLeast())
                : pages.text(address, "messages.count", Objects.requireNonNullElse(found.total(), 0L));
    }

    private WorkShown.MessageRow row(PageAddress address, DeadLetter letter) {
        var path = PATH + "/" + letter.id();
        return new WorkShown.MessageRow(
                letter.template(),
                pages.text(address, "channel." + letter.channel()),
                letter.to(),
                new StateTag(letter.state(), pages.text(address, "message-state." + letter.state())),
                pages.text(address, "messages.attempts", letter.attempts()),
                letter.reason() == null ? "" : letter.reason(),
                Dates.of(letter.createdAt(), address.language()),
                address.to(path + "/retry"),
                address.to(path + "/discard"));
    }
}
