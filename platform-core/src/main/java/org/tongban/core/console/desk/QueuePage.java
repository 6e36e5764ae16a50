package org.tongban.core.console.desk;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Dates;
import org.tongban.core.console.Faults;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.Pager;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.PageAddress;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.review.Decision;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.desk.CaseView;
import org.tongban.core.review.desk.ReviewQueue;
import org.tongban.core.web.Caller;
import org.tongban.core.web.PageOf;

/** Makes what the page of the queue shows (CO-47b). */
@Singleton
class QueuePage {
    private static final int ROWS = 25;
    private static final String CURSOR = "cursor";

    private final ConsolePages pages;
    private final QueueFilters filters;
    private final ReviewQueue queue;
    private final ReferenceSets references;
    private final CaseTypes types;
    private final Due due;

    QueuePage(
            ConsolePages pages,
            QueueFilters filters,
            ReviewQueue queue,
            ReferenceSets references,
            CaseTypes types,
            Due due) {
        this.pages = pages;
        this.filters = filters;
        this.queue = queue;
        this.references = references;
        this.types = types;
        this.due = due;
    }

    QueueShown shown(PageAddress address, Caller caller, BatchForm typed, Faults faults) {
        var cursor = address.value(CURSOR);
        var found = queue.page(
                caller, filters.wanted(address), cursor.isEmpty() ? null : cursor, ROWS, true, address.language());
        var rows = found.items().stream().map(view -> row(address, view, typed)).toList();
        var errors = faults.summary(pages.text(address, "batch.failed"));
        boolean mine = rows.stream().anyMatch(row -> !row.tick().isEmpty());
        return new QueueShown(
                QueueController.PATH,
                address.to(QueueController.PATH),
                hidden(address),
                filters.controls(address, caller),
                errors == null ? filters.errors(address) : errors,
                null,
                count(address, found),
                rows,
                rows.isEmpty() ? empty(address) : null,
                pager(address, found),
                mine ? batch(address, found.items(), typed, faults) : null);
    }

    private QueueShown.Row row(PageAddress address, CaseView view, BatchForm typed) {
        var language = address.language();
        return new QueueShown.Row(
                address.to(QueueController.PATH + "/" + view.id()),
                view.number(),
                view.title(),
                view.typeTitle(),
                view.stepTitle(),
                view.region() == null
                        ? pages.text(address, "region.none")
                        : references.name(QueueFilters.DIVISION, view.region(), language),
                new StateTag(view.state(), view.stateTitle()),
                Dates.of(view.submittedAt(), language),
                due.of(address, view),
                view.withdrawalAsked(),
                view.claimedByMe() && view.state().equals("claimed") ? BatchForm.tick(view.id()) : "",
                typed.ticked().contains(view.id()));
    }

    private QueueShown.Batch batch(PageAddress address, List<CaseView> views, BatchForm typed, Faults faults) {
        return new QueueShown.Batch(
                address.to(QueueController.PATH + "/decisions", address.query()),
                Stream.of(Decision.values())
                        .map(decision -> new Option(
                                decision.code(),
                                decision.title().in(address.language()),
                                decision.code().equals(typed.decision())))
                        .toList(),
                typed.reason(),
                typed.gone(),
                points(address, views, typed),
                faults.at("decision"),
                faults.at("reason"));
    }

    /** The points of the checklists of those cases that may be decided now. */
    private List<QueueShown.FailedPoint> points(PageAddress address, List<CaseView> views, BatchForm typed) {
        return views.stream()
                .filter(view -> view.claimedByMe()
                        && view.state().equals("claimed")
                        && view.kind().equals(CaseKind.SUBMISSION.code()))
                .map(CaseView::type)
                .distinct()
                .map(types::of)
                .flatMap(type -> type.checklist().stream().map(point -> {
                    var name = BatchForm.failed(type.id(), point.id());
                    var title = point.title().in(address.language());
                    return new QueueShown.FailedPoint(
                            name, title, typed.failed().contains(name));
                }))
                .toList();
    }

    private String count(PageAddress address, PageOf<?> found) {
        return found.totalAtLeast() != null
                ? pages.text(address, "queue.count.more", found.totalAtLeast())
                : pages.text(address, "queue.count", Objects.requireNonNullElse(found.total(), 0L));
    }

    private Empty empty(PageAddress address) {
        return new Empty(
                pages.text(address, "queue.empty"),
                List.of(pages.text(address, "queue.empty.1"), pages.text(address, "queue.empty.2")));
    }

    private static @Nullable Pager pager(PageAddress address, PageOf<?> found) {
        var previous = found.prevCursor();
        var next = found.nextCursor();
        return previous == null && next == null
                ? null
                : new Pager(previous == null ? null : at(address, previous), next == null ? null : at(address, next));
    }

    /** The queue from a cursor on, with the filters of the address. */
    private static String at(PageAddress address, String cursor) {
        var parameters = new HashMap<>(address.query());
        parameters.put(CURSOR, cursor);
        return address.to(QueueController.PATH, parameters);
    }

    private static List<Hidden> hidden(PageAddress address) {
        return address.lang().isEmpty() ? List.of() : List.of(new Hidden("lang", address.lang()));
    }
}
