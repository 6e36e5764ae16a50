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
 * @param dueOn until when, be it a deadline or the last day of its validity; null where nothing runs out, and where a period
 *     says it
 * @param link its path on this platform
 * @param period the working days that run until then; null where it is no period of such days
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
        String link,
        @Nullable Period period) {
    /** Stands for the realm of what every sign-in of the owner may see (ID-41). */
    public static final String EVERY_REALM = "*";

    /** One until a day of the calendar, or without an end. */
    public Matter(
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
        this(record, owner, realm, title, number, state, acts, nextAction, dueOn, link, null);
    }

    /**
     * The same until the end of a period, whose days are counted each time it is read: they move with the notices of public
     * holidays (CO-71).
     */
    public Matter within(Period running) {
        return new Matter(record, owner, realm, title, number, state, acts, nextAction, null, link, running);
    }

    /**
     * A time of working days.
     *
     * @param after the day after which it runs
     */
    public record Period(LocalDate after, int workingDays) {}

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
