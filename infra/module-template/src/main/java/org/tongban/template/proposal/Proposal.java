package org.tongban.template.proposal;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;

/**
 * A proposal.
 *
 * @param document the form's JSON as it was saved last
 * @param number the number of the case that approved it
 */
@MappedEntity(value = "proposal", schema = "template_programme")
record Proposal(
        @Id UUID id,
        UUID organisation,
        ProposalState state,
        String document,
        @Nullable String number,
        long version,
        Instant createdAt,
        Instant changedAt) {
    static Proposal draft(UUID id, UUID organisation, Instant now) {
        return new Proposal(id, organisation, ProposalState.DRAFT, Documents.EMPTY, null, 1, now, now);
    }

    Proposal saved(String text, Instant now) {
        return new Proposal(id, organisation, state, text, number, version + 1, createdAt, now);
    }

    Proposal submitted(Instant now) {
        return moved(ProposalMove.SUBMIT.apply(state, ProposalActor.ORGANISATION), number, now);
    }

    Proposal approved(String caseNumber, Instant now) {
        return moved(ProposalMove.APPROVE.apply(state, ProposalActor.REVIEWER), caseNumber, now);
    }

    Proposal returned(Instant now) {
        return moved(ProposalMove.RETURN.apply(state, ProposalActor.REVIEWER), number, now);
    }

    private Proposal moved(ProposalState to, @Nullable String numbered, Instant now) {
        return new Proposal(id, organisation, to, document, numbered, version + 1, createdAt, now);
    }

    /** The text of a field; empty as long as it is not filled in. */
    String text(String field) {
        return Documents.read(document).path(field).asText();
    }
}
