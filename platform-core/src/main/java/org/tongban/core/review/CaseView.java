package org.tongban.core.review;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;

/** A case as staff see it; the snapshot, history and checklist are absent in lists. */
@Serdeable
record CaseView(
        UUID id,
        String number,
        String type,
        String typeTitle,
        String title,
        UUID subject,
        String state,
        String stateTitle,
        boolean claimedByMe,
        Instant submittedAt,
        @Nullable Map<String, Object> snapshot,
        @Nullable List<Entry> history,
        @Nullable List<Point> checklist,
        long version)
        implements Versioned, Audited {
    /** One entry of the history: the role acts, the officer's name is not shown. */
    @Serdeable
    record Entry(Instant at, String role, String action, String reason, List<Remark> remarks) {}

    /** A point of the checklist. */
    @Serdeable
    record Point(String id, String title) {}

    @Override
    public String auditSubject() {
        return "platform/review";
    }

    @Override
    public UUID auditId() {
        return id;
    }

    @Override
    public Map<String, Object> auditDigest() {
        return Map.of("number", number, "state", state);
    }
}
