package org.tongban.portal.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Row;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.form.FormView;

/**
 * What the page of a step shows; a view reaches the components by these names.
 *
 * @param count which of how many steps it is, in words
 * @param actions where the buttons send the form
 * @param tongue the same page in the other language, where it has no address of its own
 * @param hidden what is carried along
 */
public record Screen(
        String title,
        @Nullable Subject subject,
        String count,
        List<Mark> steps,
        String token,
        Actions actions,
        @Nullable Tongue tongue,
        List<Hidden> hidden,
        @Nullable ErrorSummary errors,
        Content content) {
    /** What the form is about. */
    public record Subject(String name, StateTag state, String href) {}

    /** A step in the list of all; {@code current} is the one that is shown. */
    public record Mark(String title, boolean done, boolean current) {}

    /** Where the form is sent to be shown in the other language. */
    public record Tongue(String title, String lang, String action) {}

    /** Where a form is sent. */
    public record Actions(String turn, String code, String proof, String files, String submission) {}

    /** The part of a page that differs from step to step, each shown by the view of its name. */
    public sealed interface Content {}

    /** What is to be known before; {@code open} says until when it may be filled in. */
    public record Rules(List<String> told, String open, String begin) implements Content {}

    /** Choose what it is about. */
    public record Choose(
            String title,
            String action,
            String lang,
            String query,
            String hint,
            List<Found> found,
            @Nullable String none)
            implements Content {}

    /** A record that was found; without {@code href} it may not be filled in about. */
    public record Found(
            String name,
            StateTag state,
            List<Row> rows,
            @Nullable String href) {}

    /** The fields to be typed. */
    public record Fields(FormView form) implements Content {}

    /** The captcha that goes before the code; who can use none has one mailed to the mailbox, where there is one. */
    public record Captcha(String phone, String mailbox, Challenge challenge) implements Content {}

    /** A captcha in its two forms, with what is wrong with its answer. */
    public record Challenge(String id, String picture, String audio, String error) {}

    /** The code that was sent. */
    public record Code(String id, String to, String minutes, boolean mailed, String error) implements Content {}

    /** The files to be uploaded. */
    public record Files(FormView form, boolean any) implements Content {}

    /** All that was filled in, to be read before it is handed in. */
    public record Check(
            FormView form, boolean files, @Nullable Challenge challenge) implements Content {}

    /** Why it cannot be handed in, whatever is changed in it. */
    public record Stopped(String why, String follow, String home) implements Content {}

    /** What came of it; {@code anothers} says that somebody else had handed in the same before, who alone hears of it. */
    public record Receipt(
            String number,
            @Nullable String code,
            String follow,
            String home,
            @Nullable Document document,
            boolean anothers)
            implements Content {}

    /** What asks for the document of a receipt; the code is posted, so that no address and no log holds it. */
    public record Document(String action, String number, String code) {}
}
