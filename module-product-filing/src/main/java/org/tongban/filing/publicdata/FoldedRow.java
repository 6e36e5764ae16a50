package org.tongban.filing.publicdata;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** The names of a public product, and what they were folded to when it was indexed. */
@Introspected
record FoldedRow(UUID id, String name, String unitName, String nameKey, String unitKey) {}
