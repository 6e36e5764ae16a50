package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;

/** The picture of a note is its writer's and the reviewers'; everyone's once the note is approved. */
@Singleton
class NotePictures implements FileAccess {
    private final NoteRepository notes;

    NotePictures(NoteRepository notes) {
        this.notes = notes;
    }

    @Override
    public String recordType() {
        return WriteNote.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return caller.may(TrialModule.REVIEW)
                || notes.version(record, caller.account()).isPresent();
    }

    @Override
    public void deleteDraft(UUID record) {
        if (notes.delete(record) == 0) {
            throw new IllegalStateException("the note is no draft");
        }
    }

    @Override
    public boolean isPublic(UUID record, UUID file) {
        return notes.find(record)
                .filter(note -> note.state().equals("approved"))
                .isPresent();
    }
}
