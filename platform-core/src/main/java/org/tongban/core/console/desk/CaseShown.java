package org.tongban.core.console.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.form.FormView;

/** What the page of a case shows; a part that is null or empty is left out. */
public record CaseShown(
        String path,
        String number,
        String title,
        StateTag state,
        Due.Shown due,
        List<Fact> facts,
        @Nullable ErrorSummary errors,
        @Nullable Notice notice,
        List<String> flags,
        @Nullable Changes changes,
        List<Part> parts,
        List<File> files,
        List<Entry> history,
        Actions actions) {
    /** A titled value; {@code href} is empty where it leads nowhere. */
    public record Fact(String title, String value, String href) {}

    /** A part of the submission: a document of a form, or values that no form knows. */
    public record Part(String title, @Nullable FormView form, List<Fact> values) {}

    /**
     * A file of the submission.
     *
     * @param place the field that holds it
     * @param large whether it is a picture to be read, which turns and grows
     */
    public record File(
            String id, String href, String name, String place, String about, boolean picture, boolean large) {
        File enlarged() {
            return new File(id, href, name, place, about, picture, picture);
        }
    }

    /** What is other than in the submission before. */
    public record Changes(String previous, List<Change> changes) {}

    /** One thing that is other; {@code kind} is added, removed or changed, {@code sign} stands for it. */
    public record Change(
            String kind,
            String sign,
            String word,
            String place,
            String before,
            String after,
            String beforeHref,
            String afterHref) {}

    /** What somebody did with the case. */
    public record Entry(String at, String role, String action, String reason, List<Fact> remarks, boolean internal) {}

    /** What the reader may do now. */
    public record Actions(
            boolean claim,
            boolean release,
            @Nullable Reassign reassign,
            @Nullable DecisionShown decision,
            @Nullable Withdrawal withdrawal,
            Note note,
            @Nullable CorrectionShown correction) {}

    /** Handing the case on; open where something is wrong with what was typed. */
    public record Reassign(String to, String reason, List<String> toErrors, List<String> reasonErrors, boolean open) {}

    /** The answer to who wants the submission back. */
    public record Withdrawal(String reason, List<String> grantedErrors, List<String> reasonErrors) {}

    /** A note for other officers. */
    public record Note(String text, List<String> errors) {}

    /** The decision as it was typed so far. */
    public record DecisionShown(
            List<Option> outcomes,
            List<String> outcomeErrors,
            String reason,
            List<String> reasonErrors,
            List<Point> points,
            List<Remark> remarks,
            List<Remark> moreRemarks,
            boolean more) {}

    /** A point of the checklist. */
    public record Point(
            String id, String name, String title, boolean passed, boolean failed, String remark, List<String> errors) {}

    /** A remark on a field. */
    public record Remark(
            String placeId,
            String textId,
            int number,
            List<Option> places,
            String text,
            List<String> placeErrors,
            List<String> textErrors) {}

    /** A correction that may be proposed. */
    public record CorrectionShown(String reason, List<String> reasonErrors, List<Correctable> places, boolean open) {}

    /** A text that may be corrected. */
    public record Correctable(
            String id,
            String beforeName,
            String placeName,
            String pointer,
            String title,
            String before,
            String after,
            List<String> errors) {}
}
