package org.tongban.trial;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.review.Decision;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.trial.NoteViews.NoteView;

/** Staff reject notes that nobody has handed in. */
@Controller("/api/trial/v1/verdicts")
class VerdictController {
    private final NoteRepository notes;
    private final Reviews reviews;
    private final AuditTrail audit;

    VerdictController(NoteRepository notes, Reviews reviews, AuditTrail audit) {
        this.notes = notes;
        this.reviews = reviews;
        this.audit = audit;
    }

    /** Rejects a note. */
    @Post
    @Write(action = "trial.note.submit")
    @Permitted(TrialModule.REVIEW)
    @Refuses("own-case")
    HttpResponse<NoteView> rejectNote(Caller officer, @QueryValue UUID note) {
        var found = notes.find(note).orElseThrow();
        notes.move(note, "rejected");
        var number = reviews.record(
                officer.account(),
                found.owner(),
                new NewCase("trial.note", note, found.name(), null, null, Map.of("name", found.name())),
                Decision.REJECT,
                "nobody needs it");
        audit.record("trial/note", note, Map.of());
        return HttpResponse.ok(NoteView.of(notes.find(note).orElseThrow(), number));
    }
}
