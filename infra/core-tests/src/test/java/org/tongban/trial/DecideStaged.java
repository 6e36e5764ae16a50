package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.review.ReviewHandler;

/** Carries out what two steps of officers have decided on a note. */
@Singleton
class DecideStaged implements ReviewHandler {
    private final NoteRepository notes;

    DecideStaged(NoteRepository notes) {
        this.notes = notes;
    }

    @Override
    public String type() {
        return TrialModule.STAGED;
    }

    @Override
    public void decided(Outcome outcome) {
        notes.move(outcome.subject(), outcome.decision().code());
    }

    @Override
    public void advanced(Outcome outcome, String nextStep) {
        notes.move(outcome.subject(), nextStep);
    }

    @Override
    public void withdrawn(UUID subject) {
        notes.move(subject, "draft");
    }

    @Override
    public void overturned(Outcome fallen) {
        notes.move(fallen.subject(), "submitted");
    }
}
