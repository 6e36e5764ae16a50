package org.tongban.template.proposal;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Forms;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.template.TemplateProgrammeError;
import org.tongban.template.TemplateProgrammeModule;

/** Submits a proposal for review: every error at once, or none and the case is open. */
@Singleton
class SubmitProposal {
    private final ProposalRepository proposals;
    private final OrganisationDirectory organisations;
    private final Forms forms;
    private final Reviews reviews;
    private final BusinessClock clock;

    SubmitProposal(
            ProposalRepository proposals,
            OrganisationDirectory organisations,
            Forms forms,
            Reviews reviews,
            BusinessClock clock) {
        this.proposals = proposals;
        this.organisations = organisations;
        this.forms = forms;
        this.reviews = reviews;
        this.clock = clock;
    }

    Proposal submit(Caller caller, UUID id) {
        var draft = proposals.lock(id).orElseThrow();
        // The state first: what may not be submitted at all needs no list of its errors.
        var submitted = draft.submitted(clock.now());
        var violations = check(draft);
        if (!violations.isEmpty()) {
            throw DomainException.of(TemplateProgrammeError.INCOMPLETE, violations);
        }
        proposals.store(submitted);
        open(caller, submitted);
        return submitted;
    }

    private List<Violation> check(Proposal draft) {
        var document = Documents.read(draft.document());
        var violations =
                new ArrayList<>(forms.submit(TemplateProgrammeModule.FORM).check(document));
        violations.addAll(SubmissionRule.check(document, clock.today().getYear()));
        return violations;
    }

    private void open(Caller caller, Proposal submitted) {
        var organisation = organisations.find(submitted.organisation()).orElseThrow();
        reviews.open(
                caller,
                new NewCase(
                        TemplateProgrammeModule.PROPOSAL_REVIEW,
                        submitted.id(),
                        submitted.text("name"),
                        organisation.id(),
                        organisation.region(),
                        Map.of("proposal", Documents.members(submitted.document()))));
    }
}
