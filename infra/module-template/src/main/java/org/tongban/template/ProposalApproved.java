package org.tongban.template;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A proposal was approved.
 *
 * @param number the number of the case that approved it
 */
@Serdeable
public record ProposalApproved(UUID proposal, UUID organisation, String number) {}
