package org.tongban.core.review.mine;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.cases.CaseState;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.MyCaseAccess;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.history.CaseTrail;
import org.tongban.core.review.list.CaseLists;
import org.tongban.core.review.mine.MyCaseViews.MyCase;
import org.tongban.core.review.mine.MyCaseViews.WithdrawalRequest;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** What an account has submitted, and what it may still do about it (CO-46, CO-46c, CO-46d). */
@Controller("/api/platform/v1/me")
class MyCasesController {
    private static final String PATH = "/api/platform/v1/me/cases/";

    private final Cases cases;
    private final CaseTypes types;
    private final CaseLists lists;
    private final MyCases myCases;
    private final Withdrawals withdrawals;
    private final Reexaminations reexaminations;
    private final CaseTrail trail;

    MyCasesController(
            Cases cases,
            CaseTypes types,
            CaseLists lists,
            MyCases myCases,
            Withdrawals withdrawals,
            Reexaminations reexaminations,
            CaseTrail trail) {
        this.cases = cases;
        this.types = types;
        this.lists = lists;
        this.myCases = myCases;
        this.withdrawals = withdrawals;
        this.reexaminations = reexaminations;
        this.trail = trail;
    }

    /** The caller's own cases, newest first. */
    @SignedIn
    @Read
    @Get("/cases")
    PageOf<MyCase> listMyCases(
            @Parameter(hidden = true) Language language,
            Caller caller,
            @Nullable @QueryValue String module,
            @Nullable @QueryValue String type,
            @Nullable @QueryValue CaseState state,
            @Nullable @QueryValue @Schema(maxLength = 60) String number,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count) {
        var wanted = types.all().stream()
                .map(ReviewType::id)
                .filter(id -> type == null || id.equals(type))
                .filter(id -> module == null || id.startsWith(module + "."))
                .toArray(String[]::new);
        var at = state == null ? null : state.code();
        var known = number == null ? null : Numbers.demand(number, "/number");
        return Keyset.page(
                        Keyset.place(cursor),
                        limit,
                        (edge, most) -> lists.mineBelow(caller.account(), wanted, at, known, edge, most),
                        (edge, most) -> lists.mineAbove(caller.account(), wanted, at, known, edge, most),
                        ReviewCase::id,
                        found -> myCases.listed(found, language))
                .counted(count, most -> lists.countMine(caller.account(), wanted, at, known, most));
    }

    /** A case of the caller's, with the remarks beside the fields. */
    @SignedIn
    @Read(owner = MyCaseAccess.class)
    @Get("/cases/{id}")
    MyCase showMyCase(@Parameter(hidden = true) Language language, UUID id) {
        return myCases.whole(cases.find(id), language);
    }

    /** Takes a submission back that no reviewer has claimed. */
    @SignedIn
    @Write(action = "platform.case.withdraw", owner = MyCaseAccess.class)
    @Post("/cases/{id}/withdraw")
    @Refuses({"case-closed", "case-claimed", "not-withdrawable", "illegal-move"})
    HttpResponse<MyCase> withdrawMyCase(@Parameter(hidden = true) Language language, Caller caller, UUID id) {
        var withdrawn = trail.changed(id, () -> withdrawals.withdraw(caller, id));
        return HttpResponse.ok(myCases.whole(withdrawn, language));
    }

    /** Asks the reviewer for a submission back. */
    @SignedIn
    @Write(action = "platform.case.ask-withdrawal", owner = MyCaseAccess.class)
    @Post("/cases/{id}/withdrawal-request")
    @Refuses({"case-closed", "case-not-begun", "withdrawal-asked", "not-withdrawable"})
    HttpResponse<MyCase> askMyWithdrawal(
            @Parameter(hidden = true) Language language,
            Caller caller,
            UUID id,
            @Body @Checked WithdrawalRequest body) {
        var asked = trail.changed(id, () -> withdrawals.ask(caller, id, body.reason()));
        return HttpResponse.ok(myCases.whole(asked, language));
    }

    /** Asks for another look at a decision, once. The form is platform/re-examination@1. */
    @SignedIn
    @Write(action = "platform.case.ask-re-examination")
    @Post("/re-examinations")
    @Status(HttpStatus.CREATED)
    @Refuses({
        "re-examination-refused",
        "not-re-examinable",
        "already-re-examined",
        "re-examination-late",
        "file-taken",
        "file-not-clean"
    })
    HttpResponse<MyCase> askReexamination(
            @Parameter(hidden = true) Language language,
            Caller caller,
            @Body @Checked(form = CoreModule.RE_EXAMINATION_FORM) JsonNode document) {
        var opened = trail.opened(reexaminations.ask(caller, document));
        return HttpResponse.created(myCases.whole(opened, language), URI.create(PATH + opened.id()));
    }
}
