package org.tongban.trial;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobView;
import org.tongban.core.task.Jobs;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SecondPhase;
import org.tongban.core.web.Write;
import org.tongban.trial.NoteViews.NewNote;
import org.tongban.trial.NoteViews.NoteView;

/** Notes over HTTP. */
@Controller(NoteController.PATH)
class NoteController {
    static final String PATH = "/api/trial/v1/notes";

    private final NoteRepository notes;
    private final WriteNote writeNote;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Elsewhere elsewhere;
    private final SecondPhase secondPhase;

    NoteController(
            NoteRepository notes,
            WriteNote writeNote,
            Jobs jobs,
            AuditTrail audit,
            Elsewhere elsewhere,
            SecondPhase secondPhase) {
        this.notes = notes;
        this.writeNote = writeNote;
        this.jobs = jobs;
        this.audit = audit;
        this.elsewhere = elsewhere;
        this.secondPhase = secondPhase;
    }

    /** Writes a note. */
    @Status(HttpStatus.CREATED)
    @Post
    @Write(action = "trial.note.create")
    @Permitted(TrialModule.OWN)
    HttpResponse<NoteView> createNote(Caller caller, @Body @Checked NewNote body) {
        var note = writeNote.create(caller, body);
        return HttpResponse.created(NoteView.of(note, null), URI.create(PATH + "/" + note.id()));
    }

    /** Writes a note once another service has answered. */
    @Post("/asked")
    @Status(HttpStatus.CREATED)
    @Write(action = "trial.note.create", phases = Write.Phases.TWO)
    @Permitted(TrialModule.OWN)
    HttpResponse<NoteView> askNote(Caller caller, @Body @Checked NewNote body) {
        elsewhere.ask(body.name());
        return secondPhase.commit(() -> {
            var note = writeNote.create(caller, body);
            return HttpResponse.created(NoteView.of(note, null), URI.create(PATH + "/" + note.id()));
        });
    }

    /** The caller's notes, newest first. */
    @Get
    @Read
    @Permitted(TrialModule.OWN)
    PageOf<NoteView> listNotes(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 10) String state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var rows = notes.list(caller.account(), state == null ? "%" : state, Keyset.before(cursor), limit + 1);
        return Keyset.page(rows, limit, Note::id, note -> NoteView.of(note, null));
    }

    /** A note. */
    @Get("/{id}")
    @Read(owner = NoteOwnership.class)
    @Permitted(TrialModule.OWN)
    NoteView showNote(UUID id) {
        return NoteView.of(notes.find(id).orElseThrow(), null);
    }

    /** Writes a note anew. */
    @Put("/{id}")
    @Write(action = "trial.note.save", owner = NoteOwnership.class, ifMatch = true)
    @Permitted(TrialModule.OWN)
    HttpResponse<NoteView> saveNote(Caller caller, UUID id, @Body @Checked NewNote body) {
        return HttpResponse.ok(NoteView.of(writeNote.save(caller, id, body), null));
    }

    /** Hands a note in for review. */
    @Post("/{id}/submit")
    @Write(action = "trial.note.submit", owner = NoteOwnership.class)
    @Permitted(TrialModule.OWN)
    @Refuses({"illegal-move", "id-expired"})
    HttpResponse<NoteView> submitNote(
            Caller caller,
            UUID id,
            @Nullable @QueryValue String type,
            @Nullable @QueryValue UUID organisation,
            @Nullable @QueryValue String region,
            @QueryValue(defaultValue = "false") boolean anonymous) {
        var number = anonymous
                ? writeNote.submitForNobody(id)
                : writeNote.submit(caller, id, type == null ? "trial.note" : type, organisation, region);
        return HttpResponse.ok(NoteView.of(notes.find(id).orElseThrow(), number));
    }

    /** Fails in the database, as a fault of the program would. */
    @Post("/{id}/failure")
    @Write(action = "trial.note.break", owner = NoteOwnership.class)
    @Permitted(TrialModule.OWN)
    HttpResponse<NoteView> failNote(UUID id) {
        notes.move(id, "broken");
        notes.divideByNothing(id);
        return HttpResponse.ok(NoteView.of(notes.find(id).orElseThrow(), null));
    }

    /** Starts a job that counts. */
    @Status(HttpStatus.ACCEPTED)
    @Post("/countings")
    @Write(action = "trial.counting.start")
    @Permitted(TrialModule.OWN)
    HttpResponse<JobView> startCounting(Caller caller) {
        Job job = jobs.start(Counting.TYPE, Map.of(), null, caller);
        audit.record("platform/job", job.id(), Map.of());
        return HttpResponse.<JobView>accepted(URI.create("/api/platform/v1/jobs/" + job.id()))
                .body(JobView.of(job, List.of(), Language.ZH));
    }
}
