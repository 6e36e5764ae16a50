package org.tongban.template.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.template.TemplateProgrammeModule;
import org.tongban.template.proposal.ProposalViews.ProposalView;
import org.tongban.template.proposal.ProposalViews.SummaryView;

/** The organisation's proposals over HTTP: requests in, answers out, no rule and no SQL. */
@Controller(ProposalController.PATH)
@Tag(name = "proposals")
class ProposalController {
    static final String PATH = "/api/template-programme/v1/proposals";

    private final CreateProposal createProposal;
    private final SaveProposal saveProposal;
    private final SubmitProposal submitProposal;
    private final ProposalRepository proposals;
    private final Reviews reviews;

    ProposalController(
            CreateProposal createProposal,
            SaveProposal saveProposal,
            SubmitProposal submitProposal,
            ProposalRepository proposals,
            Reviews reviews) {
        this.createProposal = createProposal;
        this.saveProposal = saveProposal;
        this.submitProposal = submitProposal;
        this.proposals = proposals;
        this.reviews = reviews;
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Write(action = "template-programme.proposal.create")
    @Permitted(TemplateProgrammeModule.OWN)
    @Operation(summary = "Begin a proposal", description = "An empty draft, to be filled in and saved.")
    HttpResponse<ProposalView> createProposal(Caller caller, @Parameter(hidden = true) Language language) {
        var draft = createProposal.create(caller);
        return HttpResponse.created(view(draft, language), URI.create(PATH + "/" + draft.id()));
    }

    @Get
    @Read
    @Permitted(TemplateProgrammeModule.OWN)
    @Operation(summary = "List the organisation's proposals", description = "Newest first, of one state or of all.")
    PageOf<SummaryView> listProposals(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"draft", "in-review", "returned", "approved"})
                    String state,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count,
            @Parameter(hidden = true) Language language) {
        var organisation = ProposalOwnership.organisation(caller);
        var states = Stream.of(ProposalState.values())
                .filter(each -> state == null || each.code().equals(state))
                .map(ProposalState::name)
                .toArray(String[]::new);
        return Keyset.page(
                        Keyset.place(cursor),
                        limit,
                        (edge, most) -> proposals.below(organisation, states, edge, most),
                        (edge, most) -> proposals.above(organisation, states, edge, most),
                        ProposalRow::id,
                        row -> SummaryView.of(row, language))
                .counted(count, most -> proposals.count(organisation, states, most));
    }

    @Get("/{id}")
    @Read(owner = ProposalOwnership.class)
    @Permitted(TemplateProgrammeModule.OWN)
    @Operation(summary = "Read a proposal", description = "With its form, its state and what the reviewer said last.")
    ProposalView showProposal(UUID id, @Parameter(hidden = true) Language language) {
        return view(proposals.ofId(id).orElseThrow(), language);
    }

    @Put("/{id}")
    @Write(action = "template-programme.proposal.save", owner = ProposalOwnership.class, ifMatch = true)
    @Permitted(TemplateProgrammeModule.OWN)
    @Operation(summary = "Save a proposal", description = "The form as far as it is filled in.")
    @Refuses("template-programme-locked")
    HttpResponse<ProposalView> saveProposal(
            UUID id,
            @Body @Checked(form = TemplateProgrammeModule.FORM) JsonNode document,
            @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(view(saveProposal.save(id, document), language));
    }

    @Post("/{id}/submit")
    @Write(action = "template-programme.proposal.submit", owner = ProposalOwnership.class)
    @Permitted(TemplateProgrammeModule.OWN)
    @Operation(summary = "Submit a proposal", description = "Answers every error at once, or opens the review.")
    @Refuses({"template-programme-incomplete", "illegal-move"})
    HttpResponse<ProposalView> submitProposal(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(view(submitProposal.submit(caller, id), language));
    }

    private ProposalView view(Proposal proposal, Language language) {
        return ProposalView.of(proposal, reviews.lastDecision(proposal.id()).orElse(null), language);
    }
}
