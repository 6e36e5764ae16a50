package org.tongban.trial;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.SecondPhase;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.trial.NoteViews.NewNote;
import org.tongban.trial.NoteViews.NoteView;

/** Writes in two phases as no module may have them. */
@Controller("/api/trial/v1/misuses")
class MisuseController {
    private final WriteNote writeNote;
    private final SecondPhase secondPhase;
    private final Transactions transactions;
    private final AuditTrail audit;

    MisuseController(WriteNote writeNote, SecondPhase secondPhase, Transactions transactions, AuditTrail audit) {
        this.writeNote = writeNote;
        this.secondPhase = secondPhase;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Commits and commits again. */
    @Post("/twice")
    @Write(action = "trial.note.create", phases = Write.Phases.TWO)
    @Permitted(TrialModule.OWN)
    HttpResponse<NoteView> commitTwice(Caller caller) {
        secondPhase.commit(note(caller));
        return secondPhase.commit(note(caller));
    }

    /** Commits what another transaction could still undo. */
    @Post("/inside")
    @Write(action = "trial.note.create", phases = Write.Phases.TWO)
    @Permitted(TrialModule.OWN)
    HttpResponse<NoteView> commitInside(Caller caller) {
        return transactions.write(() -> secondPhase.commit(note(caller)));
    }

    /** Leaves a record of another transaction, and none of the one that counts. */
    @Post("/unrecorded")
    @Write(action = "trial.note.create", phases = Write.Phases.TWO)
    @Permitted(TrialModule.OWN)
    HttpResponse<String> commitUnrecorded(Caller caller) {
        var other = transactions.write(() -> {
            var id = Ids.next();
            audit.record("trial/note", id, Map.of());
            return id;
        });
        return secondPhase.commit(
                () -> HttpResponse.ok(other + " " + note(caller).get().code()));
    }

    private Supplier<HttpResponse<NoteView>> note(Caller caller) {
        return () -> {
            var note = writeNote.create(caller, new NewNote("misused", 1, null, null, null));
            return HttpResponse.created(NoteView.of(note, null), URI.create(NoteController.PATH + "/" + note.id()));
        };
    }
}
