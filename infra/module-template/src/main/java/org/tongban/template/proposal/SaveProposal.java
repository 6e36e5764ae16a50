package org.tongban.template.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.form.Documents;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.template.TemplateProgrammeError;

/** Saves the form of a proposal that its organisation may still change. */
@Singleton
class SaveProposal {
    private final ProposalRepository proposals;
    private final BusinessClock clock;

    SaveProposal(ProposalRepository proposals, BusinessClock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    /** @param document meets the form's draft schema: the endpoint's {@code @Checked} has seen to it */
    Proposal save(UUID id, JsonNode document) {
        var before = proposals.lock(id).orElseThrow();
        if (!before.state().isEditable()) {
            throw DomainException.of(TemplateProgrammeError.LOCKED)
                    .with("state", before.state().code());
        }
        var after = before.saved(Documents.write(document), clock.now());
        proposals.store(after);
        return after;
    }
}
