package org.tongban.core.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.tongban.core.console.ConsoleBodies;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.cases.Claims;
import org.tongban.core.review.cases.DecideCase;
import org.tongban.core.review.desk.DecisionRequest;
import org.tongban.core.review.desk.DeskRequests.Handover;
import org.tongban.core.review.history.CaseTrail;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Write;

/** A case in the console: who has it, and what is decided (CO-47, CO-47b). */
@Hidden
@Controller(value = QueueController.PATH + "/{id}", produces = MediaType.TEXT_HTML)
class CaseController {
    private final ConsolePages pages;
    private final CasePage page;
    private final CaseDesk desk;
    private final ConsoleBodies bodies;
    private final Claims claims;
    private final DecideCase decideCase;
    private final CaseTrail trail;

    CaseController(
            ConsolePages pages,
            CasePage page,
            CaseDesk desk,
            ConsoleBodies bodies,
            Claims claims,
            DecideCase decideCase,
            CaseTrail trail) {
        this.pages = pages;
        this.page = page;
        this.desk = desk;
        this.bodies = bodies;
        this.claims = claims;
        this.decideCase = decideCase;
        this.trail = trail;
    }

    @Permitted(Permitted.ANY_REVIEW)
    @AnyParameters
    @Read(owner = CaseAccess.class)
    @Get
    HttpResponse<String> consoleCase(HttpRequest<?> request, Caller caller, UUID id) {
        return pages.answer(request, page.of(request, caller, id, Typed.NOTHING));
    }

    @Permitted(Permitted.ANY_REVIEW)
    @AnyParameters
    @Write(action = "platform.review.claim", owner = CaseAccess.class, idempotent = false)
    @Post(value = "/claim", consumes = MediaType.ALL)
    HttpResponse<?> consoleClaim(HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        desk.begin(request, caller, id, Typed.Of.CLAIM, form);
        return CaseDesk.done(request, trail.changed(id, () -> claims.claim(caller, id)), "claim");
    }

    @Permitted(Permitted.ANY_REVIEW)
    @AnyParameters
    @Write(action = "platform.review.release", owner = CaseAccess.class, idempotent = false)
    @Post(value = "/release", consumes = MediaType.ALL)
    HttpResponse<?> consoleRelease(HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        desk.begin(request, caller, id, Typed.Of.CLAIM, form);
        return CaseDesk.done(request, trail.changed(id, () -> claims.release(caller, id)), "release");
    }

    @Permitted(Permitted.ANY_REVIEW)
    @AnyParameters
    @Write(action = "platform.review.reassign", owner = CaseAccess.class, idempotent = false)
    @Post(value = "/reassign", consumes = MediaType.ALL)
    HttpResponse<?> consoleReassign(HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        desk.begin(request, caller, id, Typed.Of.REASSIGN, form);
        var body = JsonNodeFactory.instance.objectNode();
        CaseDesk.put(body, "to", form.value("reassign-to"));
        CaseDesk.put(body, "reason", form.value("reassign-reason"));
        var wanted = bodies.read("reassignReview", body, Handover.class);
        var reason = wanted.reason() == null ? "" : wanted.reason().strip();
        var handed = trail.changed(id, () -> claims.reassign(caller, id, wanted.to(), reason));
        return CaseDesk.done(request, handed, "reassign");
    }

    @Permitted(Permitted.ANY_REVIEW)
    @AnyParameters
    @Write(action = "platform.review.decide", owner = CaseAccess.class, idempotent = false)
    @Post(value = "/decision", consumes = MediaType.ALL)
    HttpResponse<?> consoleDecide(HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        desk.begin(request, caller, id, Typed.Of.DECISION, form);
        var body = new DecisionForm(form.values()).body();
        var verdict = bodies.read("decideReview", body, DecisionRequest.class).verdict();
        return CaseDesk.done(request, trail.changed(id, () -> decideCase.decide(caller, id, verdict)), "decision");
    }
}
