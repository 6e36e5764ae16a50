package org.tongban.filing.publicdata;

import io.micronaut.core.annotation.Introspected;

/** A name as it is shown, of a product or of a unit. */
@Introspected
record NameRow(String text, boolean unit) {}
