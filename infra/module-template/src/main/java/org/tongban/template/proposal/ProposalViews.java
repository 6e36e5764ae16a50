package org.tongban.template.proposal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.core.review.Remark;
import org.tongban.core.review.Reviews.LastDecision;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;
import org.tongban.template.TemplateProgrammeModule;

/** What leaves the API about proposals. */
final class ProposalViews {
    private ProposalViews() {}

    /** What the reviewer said when the proposal was returned last. */
    @Serdeable
    record ReturnView(String reason, List<Remark> remarks, Instant at) {
        static ReturnView of(LastDecision last) {
            return new ReturnView(last.reason(), last.remarks(), last.at());
        }
    }

    /** A proposal with its form. */
    @Serdeable
    @Schema(name = "Proposal")
    record ProposalView(
            UUID id,
            String state,
            String stateTitle,
            Map<String, Object> document,
            @Nullable String number,
            @Nullable ReturnView returned,
            Instant changedAt,
            @JsonIgnore long version)
            implements Versioned, Audited {
        static ProposalView of(Proposal proposal, @Nullable LastDecision last, Language language) {
            return new ProposalView(
                    proposal.id(),
                    proposal.state().code(),
                    proposal.state().title().in(language),
                    Documents.members(proposal.document()),
                    proposal.number(),
                    last == null ? null : ReturnView.of(last),
                    proposal.changedAt(),
                    proposal.version());
        }

        @Override
        public String auditSubject() {
            return TemplateProgrammeModule.RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("state", state);
        }
    }

    /** A line of the list. */
    @Serdeable
    @Schema(name = "ProposalSummary")
    record SummaryView(
            UUID id,
            String state,
            String stateTitle,
            String name,
            @Nullable String number,
            Instant changedAt) {
        static SummaryView of(ProposalRow row, Language language) {
            return new SummaryView(
                    row.id(),
                    row.state().code(),
                    row.state().title().in(language),
                    row.name(),
                    row.number(),
                    row.changedAt());
        }
    }
}
