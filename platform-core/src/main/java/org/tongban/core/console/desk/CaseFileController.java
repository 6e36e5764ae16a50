package org.tongban.core.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.tongban.core.console.ConsoleBodies;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.Corrections;
import org.tongban.core.review.desk.DeskRequests.NewCorrection;
import org.tongban.core.review.desk.DeskRequests.NewNote;
import org.tongban.core.review.desk.DeskRequests.WithdrawalAnswer;
import org.tongban.core.review.history.CaseTrail;
import org.tongban.core.review.history.History;
import org.tongban.core.review.mine.Withdrawals;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Write;

/** What belongs to a case in the console beside its decision: notes, withdrawal, corrections (CO-46c, CO-46e, CO-47b). */
@Hidden
@Controller(value = QueueController.PATH + "/{id}", produces = MediaType.TEXT_HTML)
class CaseFileController {
    private final CaseDesk desk;
    private final ConsoleBodies bodies;
    private final Cases cases;
    private final History history;
    private final Withdrawals withdrawals;
    private final Corrections corrections;
    private final CaseTrail trail;

    CaseFileController(
            CaseDesk desk,
            ConsoleBodies bodies,
            Cases cases,
            History history,
            Withdrawals withdrawals,
            Corrections corrections,
            CaseTrail trail) {
        this.desk = desk;
        this.bodies = bodies;
        this.cases = cases;
        this.history = history;
        this.withdrawals = withdrawals;
        this.corrections = corrections;
        this.trail = trail;
    }

    @Permitted(Permitted.ANY_REVIEW)
    @AnyParameters
    @Write(action = "platform.review.note", owner = CaseAccess.class, idempotent = false)
    @Post(value = "/notes", consumes = MediaType.ALL)
    HttpResponse<?> consoleNote(HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        desk.begin(request, caller, id, Typed.Of.NOTE, form);
        var body = JsonNodeFactory.instance.objectNode();
        CaseDesk.put(body, "text", form.value("note"));
        var note = bodies.read("noteReview", body, NewNote.class);
        var noted = trail.changed(
                id, () -> history.note(caller, cases.find(id), note.text().strip()));
        return CaseDesk.done(request, noted, "note");
    }

    @Permitted(Permitted.ANY_REVIEW)
    @AnyParameters
    @Write(action = "platform.review.answer-withdrawal", owner = CaseAccess.class, idempotent = false)
    @Post(value = "/withdrawal", consumes = MediaType.ALL)
    HttpResponse<?> consoleAnswerWithdrawal(
            HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        desk.begin(request, caller, id, Typed.Of.WITHDRAWAL, form);
        var body = JsonNodeFactory.instance.objectNode();
        if (form.has("granted")) {
            body.put("granted", "true".equals(form.value("granted")));
        }
        CaseDesk.put(body, "reason", form.value("withdrawal-reason"));
        var answer = bodies.read("answerWithdrawal", body, WithdrawalAnswer.class);
        var reason = answer.reason() == null ? "" : answer.reason().strip();
        var answered = trail.changed(id, () -> withdrawals.answer(caller, id, answer.granted(), reason));
        return CaseDesk.done(request, answered, answer.granted() ? "withdrawal-granted" : "withdrawal-refused");
    }

    @Permitted(Permitted.ANY_REVIEW)
    @AnyParameters
    @Write(action = "platform.review.propose-correction", owner = CaseAccess.class, idempotent = false)
    @Post(value = "/corrections", consumes = MediaType.ALL)
    HttpResponse<?> consoleProposeCorrection(
            HttpRequest<?> request, Caller caller, UUID id, @Body @Checked FormFields form) {
        desk.begin(request, caller, id, Typed.Of.CORRECTION, form);
        var body = new CorrectionForm(form.values()).body();
        var proposal =
                bodies.read("proposeCorrection", body, NewCorrection.class).proposal();
        return CaseDesk.done(request, trail.opened(corrections.propose(caller, id, proposal)), "correction");
    }
}
