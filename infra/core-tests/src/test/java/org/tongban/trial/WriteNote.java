package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.draft.Drafts;
import org.tongban.core.event.Events;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.trial.NoteViews.NewNote;

/** Writes, saves and submits notes, in the transaction under way. */
@Singleton
class WriteNote {
    static final String RECORD = "trial/note";

    private final NoteRepository notes;
    private final Files files;
    private final Drafts drafts;
    private final Reviews reviews;
    private final Events events;
    private final Outbox outbox;

    WriteNote(NoteRepository notes, Files files, Drafts drafts, Reviews reviews, Events events, Outbox outbox) {
        this.notes = notes;
        this.files = files;
        this.drafts = drafts;
        this.reviews = reviews;
        this.events = events;
        this.outbox = outbox;
    }

    Note create(Caller caller, NewNote body) {
        var id = Ids.next();
        notes.add(id, caller.account(), body.name(), body.amount(), body.picture());
        take(caller, id, body);
        drafts.keep(new RecordRef(RECORD, id), caller.account(), body.name());
        return notes.find(id).orElseThrow();
    }

    Note save(Caller caller, UUID id, NewNote body) {
        notes.save(id, body.name(), body.amount(), body.picture());
        take(caller, id, body);
        drafts.keep(new RecordRef(RECORD, id), caller.account(), body.name());
        return notes.find(id).orElseThrow();
    }

    /** Answers the number of the case. */
    String submit(Caller caller, UUID id, String type, @Nullable UUID organisation, @Nullable String region) {
        var note = notes.find(id).orElseThrow();
        if (!note.state().equals("draft")) {
            throw DomainException.of(CoreError.ILLEGAL_MOVE).with("state", note.state());
        }
        notes.move(id, "submitted");
        files.seal(new RecordRef(RECORD, id));
        drafts.close(new RecordRef(RECORD, id));
        var number = reviews.open(
                caller,
                new NewCase(type, id, note.name(), organisation, region, snapshot(note))
                        .withForms(Map.of("", TrialModule.NOTE_FORM)));
        events.publish(id, new NoteSubmitted(id, note.name()));
        outbox.send(
                "trial.submitted",
                new Recipient.Account(caller.account()),
                Map.of("name", note.name(), "number", number),
                Notes.PATH + "/" + note.id());
        return number;
    }

    /** Hands a note in as if nobody with an account had written it. */
    String submitForNobody(UUID id) {
        var note = notes.find(id).orElseThrow();
        notes.move(id, "submitted");
        drafts.close(new RecordRef(RECORD, id));
        return reviews.openWithoutAccount(new NewCase("trial.note", id, note.name(), null, null, snapshot(note)));
    }

    private static Map<String, Object> snapshot(Note note) {
        var snapshot = new LinkedHashMap<String, Object>();
        snapshot.put("name", note.name());
        snapshot.put("amount", note.amount());
        if (note.picture() != null) {
            snapshot.put("picture", note.picture().toString());
        }
        return snapshot;
    }

    private void take(Caller caller, UUID note, NewNote body) {
        if (body.picture() == null) {
            return;
        }
        var record = new RecordRef(RECORD, note);
        var picture = Set.of(body.picture());
        var refused = files.unattachable(caller, picture, "trial/picture", record);
        if (!refused.isEmpty()) {
            throw DomainException.of(
                    CoreError.INVALID_INPUT,
                    refused.values().stream()
                            .map(violation -> violation.under("/picture"))
                            .toList());
        }
        files.attach(picture, record);
    }
}
