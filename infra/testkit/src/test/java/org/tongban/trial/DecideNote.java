package org.tongban.trial;

import jakarta.inject.Singleton;
import org.tongban.core.review.ReviewHandler;

/** Carries the decision on a note out. */
@Singleton
class DecideNote implements ReviewHandler {
    private final NoteRepository notes;

    DecideNote(NoteRepository notes) {
        this.notes = notes;
    }

    @Override
    public String type() {
        return "trial.note";
    }

    @Override
    public void decided(Outcome outcome) {
        notes.move(
                outcome.subject(),
                switch (outcome.decision()) {
                    case APPROVE -> "approved";
                    case RETURN -> "draft";
                    case REJECT -> "rejected";
                });
    }
}
