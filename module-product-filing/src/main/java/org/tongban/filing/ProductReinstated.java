package org.tongban.filing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** The revocation of a product fell in its re-examination (CO-46d): it is filed as before. */
@Serdeable
public record ProductReinstated(UUID product, UUID unit, UUID organisation, String number, String name) {}
