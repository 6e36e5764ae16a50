package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.event.EventHandler;

/** Writes down which notes it heard of. */
@Singleton
class HearOfNotes implements EventHandler<NoteSubmitted> {
    private final NoteRepository notes;
    private final Faults faults;

    HearOfNotes(NoteRepository notes, Faults faults) {
        this.notes = notes;
        this.faults = faults;
    }

    @Override
    public String subscriber() {
        return "trial.hear-of-notes";
    }

    @Override
    public Class<NoteSubmitted> payload() {
        return NoteSubmitted.class;
    }

    @Override
    public void handle(UUID event, UUID aggregate, NoteSubmitted payload) {
        notes.hear(event, aggregate, payload.name());
        faults.told(payload.name(), event);
        faults.pass(payload.name());
    }
}
