package org.tongban.core.review.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.CaseState;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.Claims;
import org.tongban.core.review.cases.DecideCase;
import org.tongban.core.review.desk.DeskRequests.Handover;
import org.tongban.core.review.desk.ReviewQueue.Wanted;
import org.tongban.core.review.history.CaseTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** The staff's queue, and who has which case and decides it (CO-47). */
@Controller("/api/platform/v1/reviews")
class ReviewController {
    private final Cases cases;
    private final ReviewQueue queue;
    private final CaseViews views;
    private final Claims claims;
    private final DecideCase decideCase;
    private final CaseTrail trail;

    ReviewController(
            Cases cases, ReviewQueue queue, CaseViews views, Claims claims, DecideCase decideCase, CaseTrail trail) {
        this.cases = cases;
        this.queue = queue;
        this.views = views;
        this.claims = claims;
        this.decideCase = decideCase;
        this.trail = trail;
    }

    /**
     * The cases that the caller may review, newest first. With sort=due the undecided ones alone, the soonest due first;
     * overdue=true leaves out what is decided and what has a provisional due date.
     */
    @Permitted(Permitted.ANY_REVIEW)
    @Read
    @Get
    PageOf<CaseView> listReviews(
            @Parameter(hidden = true) Language language,
            Caller caller,
            @Nullable @QueryValue String module,
            @Nullable @QueryValue String type,
            @Nullable @QueryValue CaseState state,
            @Nullable @QueryValue CaseKind kind,
            @Nullable @QueryValue @Schema(maxLength = 60) String step,
            @Nullable @QueryValue @Schema(maxLength = 6) String region,
            @Nullable @QueryValue Boolean overdue,
            @Nullable @QueryValue @Schema(maxLength = 60) String number,
            @Nullable @QueryValue QueueOrder sort,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count) {
        var wanted = new Wanted(module, type, state, kind, step, region, overdue, number, sort);
        return queue.page(caller, wanted, cursor, limit, count, language);
    }

    /** A case with what was submitted and its history. */
    @Permitted(Permitted.ANY_REVIEW)
    @Read(owner = CaseAccess.class)
    @Get("/{id}")
    CaseView showReview(@Parameter(hidden = true) Language language, Caller caller, UUID id) {
        return views.whole(cases.find(id), caller, language);
    }

    /** Takes a case, so that nobody else decides it. */
    @Permitted(Permitted.ANY_REVIEW)
    @Write(action = "platform.review.claim", owner = CaseAccess.class)
    @Post("/{id}/claim")
    @Refuses({"case-already-claimed", "case-closed", "own-case", "decided-before"})
    HttpResponse<CaseView> claimReview(@Parameter(hidden = true) Language language, Caller caller, UUID id) {
        return HttpResponse.ok(views.whole(trail.changed(id, () -> claims.claim(caller, id)), caller, language));
    }

    /** Gives a case back to the queue. */
    @Permitted(Permitted.ANY_REVIEW)
    @Write(action = "platform.review.release", owner = CaseAccess.class)
    @Post("/{id}/release")
    @Refuses({"case-not-claimed", "case-closed", "own-case", "decided-before"})
    HttpResponse<CaseView> releaseReview(@Parameter(hidden = true) Language language, Caller caller, UUID id) {
        return HttpResponse.ok(views.whole(trail.changed(id, () -> claims.release(caller, id)), caller, language));
    }

    /** Hands a case to another officer who may review it. */
    @Permitted(Permitted.ANY_REVIEW)
    @Write(action = "platform.review.reassign", owner = CaseAccess.class)
    @Post("/{id}/reassign")
    @Refuses({"case-not-claimed", "case-closed", "not-the-holder", "own-case"})
    HttpResponse<CaseView> reassignReview(
            @Parameter(hidden = true) Language language, Caller caller, UUID id, @Body @Checked Handover body) {
        var reason = body.reason() == null ? "" : body.reason().strip();
        var handed = trail.changed(id, () -> claims.reassign(caller, id, body.to(), reason));
        return HttpResponse.ok(views.whole(handed, caller, language));
    }

    /** Approves, returns or rejects a claimed case. */
    @Permitted(Permitted.ANY_REVIEW)
    @Write(action = "platform.review.decide", owner = CaseAccess.class)
    @Post("/{id}/decision")
    @Refuses({
        "outcome-not-offered",
        "case-not-claimed",
        "case-closed",
        "own-case",
        "decided-before",
        "id-expired",
        "illegal-move"
    })
    HttpResponse<CaseView> decideReview(
            @Parameter(hidden = true) Language language, Caller caller, UUID id, @Body @Checked DecisionRequest body) {
        var decided = trail.changed(id, () -> decideCase.decide(caller, id, body.verdict()));
        return HttpResponse.ok(views.whole(decided, caller, language));
    }
}
