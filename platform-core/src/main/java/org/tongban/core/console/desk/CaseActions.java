package org.tongban.core.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.desk.CaseShown.Actions;
import org.tongban.core.console.desk.CaseShown.Correctable;
import org.tongban.core.console.desk.CaseShown.CorrectionShown;
import org.tongban.core.console.desk.CaseShown.DecisionShown;
import org.tongban.core.console.desk.CaseShown.Note;
import org.tongban.core.console.desk.CaseShown.Point;
import org.tongban.core.console.desk.CaseShown.Reassign;
import org.tongban.core.console.desk.CaseShown.Remark;
import org.tongban.core.console.desk.CaseShown.Withdrawal;
import org.tongban.core.form.Pointers;
import org.tongban.core.module.CoreModule;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.PageAddress;
import org.tongban.core.review.Decision;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.CaseState;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.cases.Corrections;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.desk.CaseView;
import org.tongban.core.review.place.Places;
import org.tongban.core.review.place.Snapshots;
import org.tongban.core.web.Caller;

/**
 * What the reader may do with a case now, as forms that hold what was typed (CO-47b). What is offered only spares a refusal:
 * whether it may be done is for the use cases to say.
 */
@Singleton
class CaseActions {
    /** Remarks that are there to be filled in from the beginning. */
    private static final int FIRST_REMARKS = 3;

    private final ConsolePages pages;
    private final CaseTypes types;
    private final Corrections corrections;
    private final Places places;

    CaseActions(ConsolePages pages, CaseTypes types, Corrections corrections, Places places) {
        this.pages = pages;
        this.types = types;
        this.corrections = corrections;
        this.places = places;
    }

    Actions of(
            PageAddress address,
            Caller caller,
            ReviewCase found,
            CaseView view,
            Material.Submitted submitted,
            Typed typed) {
        boolean undecided = CaseState.UNDECIDED.contains(found.at());
        boolean mine = found.at() == CaseState.CLAIMED && view.claimedByMe();
        boolean mayHandOn = undecided && (mine || caller.may(CoreModule.MANAGE_REVIEWS));
        boolean correctable = found.at() == CaseState.APPROVED
                && found.about() == CaseKind.SUBMISSION
                && caller.may(types.step(found).permission());
        return new Actions(
                found.at() == CaseState.OPEN,
                mine,
                mayHandOn ? reassign(typed) : null,
                mine ? decision(address, view, submitted, typed) : null,
                mine && found.withdrawalAsked() ? withdrawal(typed) : null,
                new Note(typed.value("note"), typed.faults("note")),
                correctable ? correction(found, submitted, typed) : null);
    }

    private static Reassign reassign(Typed typed) {
        return new Reassign(
                typed.value("reassign-to"),
                typed.value("reassign-reason"),
                typed.faults("reassign-to"),
                typed.faults("reassign-reason"),
                typed.is(Typed.Of.REASSIGN));
    }

    private static Withdrawal withdrawal(Typed typed) {
        return new Withdrawal(
                typed.value("withdrawal-reason"), typed.faults("granted"), typed.faults("withdrawal-reason"));
    }

    private DecisionShown decision(PageAddress address, CaseView view, Material.Submitted submitted, Typed typed) {
        var form = typed.is(Typed.Of.DECISION) ? new DecisionForm(typed.values()) : DecisionForm.NOTHING;
        var offered = Objects.requireNonNullElse(view.outcomes(), List.<String>of());
        var outcomes = Stream.of(Decision.values())
                .filter(decision -> offered.contains(decision.code()))
                .map(decision -> new Option(
                        decision.code(),
                        decision.title().in(address.language()),
                        decision.code().equals(form.value("decision"))))
                .toList();
        var remarks = IntStream.rangeClosed(1, DecisionForm.REMARKS)
                .mapToObj(row -> remark(address, row, submitted, form, typed))
                .toList();
        var more = remarks.subList(FIRST_REMARKS, remarks.size());
        return new DecisionShown(
                outcomes,
                typed.faults("decision"),
                form.value("reason"),
                typed.faults("reason"),
                Objects.requireNonNullElse(view.checklist(), List.<CaseView.Point>of()).stream()
                        .map(point -> point(point, form, typed))
                        .toList(),
                remarks.subList(0, FIRST_REMARKS),
                more,
                more.stream()
                        .anyMatch(remark -> !remark.text().isEmpty()
                                || !form.value(remark.placeId()).isEmpty()));
    }

    private static Point point(CaseView.Point point, DecisionForm form, Typed typed) {
        var name = DecisionForm.point(point.id());
        return new Point(
                name,
                DecisionForm.pointRemark(point.id()),
                point.title(),
                form.value(name).equals("passed"),
                form.value(name).equals("failed"),
                form.value(DecisionForm.pointRemark(point.id())),
                typed.faults(name));
    }

    private Remark remark(PageAddress address, int row, Material.Submitted submitted, DecisionForm form, Typed typed) {
        var chosen = form.value(DecisionForm.place(row));
        var options = new ArrayList<Option>();
        options.add(new Option("", pages.text(address, "remark.whole"), chosen.isEmpty()));
        submitted.labels().forEach((pointer, label) -> options.add(new Option(pointer, label, chosen.equals(pointer))));
        return new Remark(
                DecisionForm.place(row),
                DecisionForm.text(row),
                row,
                options,
                form.value(DecisionForm.text(row)),
                typed.faults(DecisionForm.place(row)),
                typed.faults(DecisionForm.text(row)));
    }

    private @Nullable CorrectionShown correction(ReviewCase found, Material.Submitted submitted, Typed typed) {
        var form = typed.is(Typed.Of.CORRECTION) ? new CorrectionForm(typed.values()) : CorrectionForm.NOTHING;
        var rows = new ArrayList<Correctable>();
        texts(found).forEach((pointer, text) -> {
            int row = rows.size();
            boolean kept =
                    form.isTyped() && form.value(CorrectionForm.place(row)).equals(pointer);
            rows.add(new Correctable(
                    CorrectionForm.after(row),
                    CorrectionForm.before(row),
                    CorrectionForm.place(row),
                    pointer,
                    submitted.label(pointer, pointer),
                    text,
                    kept ? form.value(CorrectionForm.after(row)) : text,
                    typed.faults(CorrectionForm.after(row))));
        });
        return rows.isEmpty()
                ? null
                : new CorrectionShown(
                        form.value("correction-reason"),
                        typed.faults("correction-reason"),
                        rows,
                        typed.is(Typed.Of.CORRECTION));
    }

    /** The texts that may be corrected, by pointer, as the corrections made so far have left them. */
    private Map<String, String> texts(ReviewCase found) {
        var snapshot = Snapshots.tree(found.snapshot());
        var forms = Snapshots.forms(found.forms());
        var texts = new LinkedHashMap<String, String>();
        collect("", snapshot, forms, texts);
        corrections
                .confirmed(found.id())
                .forEach(done -> done.changes()
                        .forEach(change -> texts.computeIfPresent(change.pointer(), (at, before) -> change.after())));
        return texts;
    }

    private void collect(String pointer, JsonNode value, Map<String, String> forms, Map<String, String> texts) {
        if (value.isObject()) {
            value.properties()
                    .forEach(member ->
                            collect(Pointers.below(pointer, member.getKey()), member.getValue(), forms, texts));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(pointer + "/" + i, value.get(i), forms, texts);
            }
        } else if (value.isTextual()
                && places.find(pointer, forms)
                        .filter(place -> place.correctable() && place.slot() == null)
                        .isPresent()) {
            texts.put(pointer, value.textValue());
        }
    }
}
