package org.tongban.filing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A filed product was revoked (PF-35); the public sees it no more. */
@Serdeable
public record ProductRevoked(UUID product, UUID unit, UUID organisation, String number, String name) {}
