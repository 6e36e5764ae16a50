package org.tongban.core.review.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.UUID;
import org.tongban.core.module.Language;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.Corrections;
import org.tongban.core.review.change.Changes;
import org.tongban.core.review.change.ChangesView;
import org.tongban.core.review.desk.DeskRequests.NewCorrection;
import org.tongban.core.review.desk.DeskRequests.NewNote;
import org.tongban.core.review.desk.DeskRequests.WithdrawalAnswer;
import org.tongban.core.review.history.CaseTrail;
import org.tongban.core.review.history.History;
import org.tongban.core.review.mine.Withdrawals;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** What belongs to a case beside its decision: changes, notes, withdrawal, corrections (CO-46b, CO-46c, CO-46e). */
@Controller("/api/platform/v1/reviews/{id}")
class CaseFileController {
    private static final String PATH = "/api/platform/v1/reviews/";

    private final Cases cases;
    private final CaseViews views;
    private final Changes changes;
    private final History history;
    private final Withdrawals withdrawals;
    private final Corrections corrections;
    private final CaseTrail trail;

    CaseFileController(
            Cases cases,
            CaseViews views,
            Changes changes,
            History history,
            Withdrawals withdrawals,
            Corrections corrections,
            CaseTrail trail) {
        this.cases = cases;
        this.views = views;
        this.changes = changes;
        this.history = history;
        this.withdrawals = withdrawals;
        this.corrections = corrections;
        this.trail = trail;
    }

    /** What is other than in the submission before, field by field and file by file. */
    @Permitted(Permitted.ANY_REVIEW)
    @Read(owner = CaseAccess.class)
    @Get("/changes")
    ChangesView showReviewChanges(@Parameter(hidden = true) Language language, UUID id) {
        return changes.of(cases.find(id), language);
    }

    /** Notes something for other officers, which the applicant never sees. */
    @Permitted(Permitted.ANY_REVIEW)
    @Write(action = "platform.review.note", owner = CaseAccess.class)
    @Post("/notes")
    @Status(HttpStatus.CREATED)
    HttpResponse<CaseView> noteReview(
            @Parameter(hidden = true) Language language, Caller caller, UUID id, @Body @Checked NewNote body) {
        var noted = trail.changed(
                id, () -> history.note(caller, cases.find(id), body.text().strip()));
        return HttpResponse.created(views.whole(noted, caller, language), URI.create(PATH + id));
    }

    /** Grants or refuses the withdrawal that the applicant asks for. */
    @Permitted(Permitted.ANY_REVIEW)
    @Write(action = "platform.review.answer-withdrawal", owner = CaseAccess.class)
    @Post("/withdrawal-request")
    @Refuses({"case-not-claimed", "case-closed", "own-case", "decided-before", "no-withdrawal-asked", "illegal-move"})
    HttpResponse<CaseView> answerWithdrawal(
            @Parameter(hidden = true) Language language, Caller caller, UUID id, @Body @Checked WithdrawalAnswer body) {
        var reason = body.reason() == null ? "" : body.reason().strip();
        var answered = trail.changed(id, () -> withdrawals.answer(caller, id, body.granted(), reason));
        return HttpResponse.ok(views.whole(answered, caller, language));
    }

    /** The corrections that were proposed for what the case has approved. */
    @Permitted(Permitted.ANY_REVIEW)
    @Read(owner = CaseAccess.class)
    @Get("/corrections")
    CorrectionViews.Corrections listCorrections(@Parameter(hidden = true) Language language, UUID id) {
        return CorrectionViews.of(corrections.of(id), language);
    }

    /** Proposes other texts of what was approved, for another officer to confirm. */
    @Permitted(Permitted.ANY_REVIEW)
    @Write(action = "platform.review.propose-correction", owner = CaseAccess.class)
    @Post("/corrections")
    @Status(HttpStatus.CREATED)
    @Refuses("not-correctable")
    HttpResponse<CaseView> proposeCorrection(
            @Parameter(hidden = true) Language language, Caller caller, UUID id, @Body @Checked NewCorrection body) {
        var opened = trail.opened(corrections.propose(caller, id, body.proposal()));
        return HttpResponse.created(views.whole(opened, caller, language), URI.create(PATH + opened.id()));
    }
}
