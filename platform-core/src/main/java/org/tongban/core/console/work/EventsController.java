package org.tongban.core.console.work;

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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.console.ConsoleBodies;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Dates;
import org.tongban.core.console.Faults;
import org.tongban.core.event.EventViews;
import org.tongban.core.event.HoldEvents;
import org.tongban.core.event.ParkedEventOwnership;
import org.tongban.core.module.CoreModule;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.Notice;
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

/** Events that a subscriber could not take, in the console (CO-47b, CO-50). */
@Hidden
@Controller(value = EventsController.PATH, produces = MediaType.TEXT_HTML)
class EventsController {
    static final String PATH = "/console/events";

    private static final Set<String> DONE = Set.of("event-replay", "events-replay", "event-skip");

    private final ConsolePages pages;
    private final ConsoleForms forms;
    private final ConsoleBodies bodies;
    private final HoldEvents holdEvents;
    private final Transactions transactions;
    private final AuditTrail audit;

    EventsController(
            ConsolePages pages,
            ConsoleForms forms,
            ConsoleBodies bodies,
            HoldEvents holdEvents,
            Transactions transactions,
            AuditTrail audit) {
        this.pages = pages;
        this.forms = forms;
        this.bodies = bodies;
        this.holdEvents = holdEvents;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Permitted(CoreModule.OPERATE)
    @Get
    HttpResponse<String> consoleEvents(HttpRequest<?> request, Caller caller) {
        return pages.answer(request, page(request, caller, "", Faults.none()));
    }

    @Permitted(CoreModule.OPERATE)
    @AnyParameters
    @Write(action = "platform.event.replay", owner = ParkedEventOwnership.class, idempotent = false)
    @Post(value = "/{id}/replay", consumes = MediaType.ALL)
    HttpResponse<?> consoleReplayEvent(HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        begin(request, caller, id, form);
        return done(request, holdEvents.replayed(id), "event-replay");
    }

    @Permitted(CoreModule.OPERATE)
    @AnyParameters
    @Write(action = "platform.event.skip", owner = ParkedEventOwnership.class, idempotent = false)
    @Post(value = "/{id}/skip", consumes = MediaType.ALL)
    HttpResponse<?> consoleSkipEvent(HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        begin(request, caller, id, form);
        var body = JsonNodeFactory.instance.objectNode();
        var reason = form.value(field(id));
        if (reason != null) {
            body.put("reason", reason);
        }
        var wanted = bodies.read("skipEvent", body, EventViews.Skip.class);
        return done(request, holdEvents.skipped(id, wanted.reason().strip()), "event-skip");
    }

    @Permitted(CoreModule.OPERATE)
    @AnyParameters
    @Write(action = "platform.event.replay", idempotent = false)
    @Post(value = "/replay", consumes = MediaType.ALL)
    HttpResponse<?> consoleReplayEvents(HttpRequest<?> request, Caller caller, @Body @Checked FormFields form) {
        forms.require(request, form);
        var language = PageAddress.of(request).language();
        Redraw.with(request, refusal -> page(request, caller, "", Faults.of(refusal, language, pointer -> null)));
        var body = JsonNodeFactory.instance.objectNode();
        var subscriber = form.value("subscriber");
        if (subscriber != null) {
            body.put("subscriber", subscriber);
        }
        var wanted = bodies.read("replayEvents", body, EventViews.Replay.class);
        var replayed = holdEvents.replayedAll(caller, wanted.subscriber());
        audit.record(replayed.auditSubject(), replayed.auditId(), replayed.auditDigest());
        return ConsolePages.seeOther(request, PATH, Map.of("done", "events-replay"));
    }

    private void begin(HttpRequest<?> request, Caller caller, UUID id, FormFields form) {
        forms.require(request, form);
        var language = PageAddress.of(request).language();
        var typed = form.values().getOrDefault(field(id), "");
        Redraw.with(
                request,
                refusal -> page(
                        request,
                        caller,
                        typed,
                        Faults.of(refusal, language, pointer -> pointer.equals("/reason") ? field(id) : null)));
    }

    private HttpResponse<?> done(HttpRequest<?> request, EventViews.View event, String what) {
        audit.record(event.auditSubject(), event.auditId(), event.auditDigest());
        return ConsolePages.seeOther(request, PATH, Map.of("done", what));
    }

    private static String field(UUID id) {
        return "reason." + id;
    }

    private Page page(HttpRequest<?> request, Caller caller, String typed, Faults faults) {
        var address = PageAddress.of(request);
        var found = transactions.connected(
                () -> holdEvents.page(caller, "parked", Lists.cursor(address), Lists.ROWS, true));
        var done = address.value("done");
        var empty = new Empty(pages.text(address, "events.empty"), List.of(pages.text(address, "events.empty.1")));
        var shown = new WorkShown.EventList(
                count(address, found),
                address.to(PATH + "/replay"),
                found.items().stream()
                        .map(EventViews.View::subscriber)
                        .distinct()
                        .sorted()
                        .toList(),
                faults.summary(pages.text(address, "events.failed")),
                DONE.contains(done) ? new Notice("info", pages.text(address, "done." + done)) : null,
                found.items().stream()
                        .map(event -> row(address, event, typed, faults))
                        .toList(),
                found.items().isEmpty() ? empty : null,
                Lists.pager(address, PATH, found));
        return pages.page(request, "events", pages.text(address, "events.title"), List.of(), shown);
    }

    private String count(PageAddress address, PageOf<?> found) {
        return found.totalAtLeast() != null
                ? pages.text(address, "events.count.more", found.totalAtLeast())
                : pages.text(address, "events.count", Objects.requireNonNullElse(found.total(), 0L));
    }

    private WorkShown.EventRow row(PageAddress address, EventViews.View event, String typed, Faults faults) {
        var path = PATH + "/" + event.id();
        var field = field(event.id());
        boolean sent = address.path().startsWith(path + "/");
        return new WorkShown.EventRow(
                event.type(),
                event.subscriber(),
                event.aggregate().toString(),
                Dates.of(event.at(), address.language()),
                pages.text(address, "events.failures", event.failures()),
                event.reason() == null ? "" : event.reason(),
                address.to(path + "/replay"),
                address.to(path + "/skip"),
                field,
                sent ? typed : "",
                faults.at(field));
    }
}
