package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewHandler;

/** Carries the decision on a note out. */
@Singleton
class DecideNote implements ReviewHandler {
    /** The name of a note on whose decision this handler fails. */
    static final String BREAKS = "breaks the handler";

    private final NoteRepository notes;
    private final CertifyNote certifyNote;

    DecideNote(NoteRepository notes, CertifyNote certifyNote) {
        this.notes = notes;
        this.certifyNote = certifyNote;
    }

    @Override
    public String type() {
        return "trial.note";
    }

    @Override
    public void decided(Outcome outcome) {
        var note = notes.find(outcome.subject()).orElseThrow();
        if (note.name().equals(BREAKS)) {
            throw new IllegalStateException(BREAKS);
        }
        if (outcome.decision() == Decision.APPROVE) {
            certifyNote.certify(note);
        }
        notes.move(
                outcome.subject(),
                switch (outcome.decision()) {
                    case APPROVE -> "approved";
                    case RETURN -> "draft";
                    case REJECT -> "rejected";
                });
    }

    @Override
    public void withdrawn(UUID subject) {
        notes.move(subject, "draft");
    }

    @Override
    public void overturned(Outcome fallen) {
        notes.move(fallen.subject(), "submitted");
    }

    @Override
    public void corrected(Correction correction) {
        correction.changes().forEach(change -> notes.rename(correction.subject(), change.after()));
    }
}
