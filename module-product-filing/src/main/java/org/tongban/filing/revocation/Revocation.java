package org.tongban.filing.revocation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * What a unit asked (PF-35); how it was decided stands with the case, whose subject it is.
 *
 * @param form the version of the form that the document is of
 */
@MappedEntity(value = "revocation", schema = "product_filing")
record Revocation(@Id UUID id, UUID product, String form, String document, UUID askedBy, Instant askedAt) {}
