package org.tongban.core.overview;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/**
 * Where an open or valid record stands for those it belongs to (CO-39).
 *
 * @param owner the organisation or the account it belongs to
 * @param realm the realm whose accounts see it; {@link #EVERY_REALM} for whoever acts for the owner, whatever the realm
 * @param title what it is called, the product's name, say
 * @param number the one that people know it by (CO-15); null where it has none yet
 * @param acts who has to do something
 * @param nextAction what that is
 * @param dueOn until when, be it a deadline or the last day of its validity; null where nothing runs out
 * @param link its path on this platform
 */
public record Matter(
        RecordRef record,
        UUID owner,
        String realm,
        String title,
        @Nullable String number,
        State state,
        Acts acts,
        Title nextAction,
        @Nullable LocalDate dueOn,
        String link) {
    /** Stands for the realm of what every sign-in of the owner may see (ID-41). */
    public static final String EVERY_REALM = "*";

    /** Who has to do something. */
    public enum Acts {
        APPLICANT,
        REVIEWER,
        /** A task, or a system outside. */
        SYSTEM,
        /** It is valid, and there is nothing to do. */
        NOBODY
    }
}
