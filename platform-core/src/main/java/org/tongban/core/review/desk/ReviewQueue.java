package org.tongban.core.review.desk;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.Language;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.CaseState;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.list.CaseLists;
import org.tongban.core.review.list.Queue;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;

/** Lists the cases that an officer may review, for the API and for the console (CO-47). */
@Singleton
public class ReviewQueue {
    private final CaseTypes types;
    private final CaseLists lists;
    private final CaseViews views;
    private final BusinessClock clock;

    ReviewQueue(CaseTypes types, CaseLists lists, CaseViews views, BusinessClock clock) {
        this.types = types;
        this.lists = lists;
        this.views = views;
        this.clock = clock;
    }

    /** Which cases are wanted; null stands for all, and for the newest first. */
    public record Wanted(
            @Nullable String module,
            @Nullable String type,
            @Nullable CaseState state,
            @Nullable CaseKind kind,
            @Nullable String step,
            @Nullable String region,
            @Nullable Boolean overdue,
            @Nullable String number,
            @Nullable QueueOrder order) {}

    /** A page of them. */
    public PageOf<CaseView> page(
            Caller caller, Wanted wanted, @Nullable String cursor, int limit, boolean count, Language language) {
        var queue = queue(caller, wanted);
        return Keyset.page(
                        Keyset.place(cursor, "reviews" + wanted),
                        limit,
                        (edge, most) -> queue.next(lists, edge, most),
                        (edge, most) -> queue.previous(lists, edge, most),
                        ReviewCase::id,
                        row -> views.listed(row, caller, language))
                .counted(count, most -> queue.count(lists, most));
    }

    private Queue queue(Caller caller, Wanted wanted) {
        var region = wanted.region();
        var ids = types.of(caller).stream()
                .map(ReviewType::id)
                .filter(id -> wanted.type() == null || id.equals(wanted.type()))
                .filter(id -> wanted.module() == null || id.startsWith(wanted.module() + "."))
                .filter(id -> region == null || caller.reaches(region))
                .toList();
        return new Queue(
                ids,
                wanted.state() == null ? List.of(CaseState.values()) : List.of(wanted.state()),
                wanted.kind(),
                wanted.step(),
                caller.region() == null ? region : caller.region(),
                wanted.number() == null ? null : Numbers.demand(wanted.number(), "/number"),
                wanted.overdue(),
                wanted.order() == QueueOrder.DUE,
                clock.today());
    }
}
