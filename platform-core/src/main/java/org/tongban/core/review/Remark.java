package org.tongban.core.review;

import io.micronaut.serde.annotation.Serdeable;

/** A reviewer's remark on one field: a JSON pointer into what was submitted, and what is to be corrected (CO-46). */
@Serdeable
public record Remark(String pointer, String text) {}
