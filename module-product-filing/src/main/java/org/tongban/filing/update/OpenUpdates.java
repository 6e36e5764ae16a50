package org.tongban.filing.update;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** How many updates a unit still has to hand in. */
@Introspected
record OpenUpdates(UUID unit, long open) {}
