package org.tongban.trial;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;

/** What enters and leaves the API of notes. */
final class NoteViews {
    private NoteViews() {}

    /** A note to be written. */
    @Serdeable
    record NewNote(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 20)
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "1000")
            int amount,

            @Nullable @Schema(maxLength = 40) String remark,

            @Nullable List<Line> lines,

            @Nullable UUID picture) {}

    /** A line of a note. */
    @Serdeable
    record Line(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 10)
            String text) {}

    /** A note. */
    @Serdeable
    record NoteView(
            UUID id,
            String name,
            int amount,
            @Nullable UUID picture,
            String state,
            @Nullable String number,
            long version)
            implements Versioned, Audited {
        static NoteView of(Note note, @Nullable String number) {
            return new NoteView(
                    note.id(), note.name(), note.amount(), note.picture(), note.state(), number, note.version());
        }

        @Override
        public String auditSubject() {
            return "trial/note";
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("state", state);
        }
    }
}
