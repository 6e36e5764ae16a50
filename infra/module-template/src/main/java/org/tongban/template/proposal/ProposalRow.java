package org.tongban.template.proposal;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the organisation's list: without the document, which may be long. */
@MappedEntity(value = "proposal", schema = "template_programme")
record ProposalRow(
        @Id UUID id,
        ProposalState state,
        String name,
        @Nullable String number,
        Instant changedAt) {}
