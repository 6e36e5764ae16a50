package org.tongban.core.review;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** What decides who may reach a case. */
@Introspected
record CaseKey(String type, @Nullable String region, long version) {}
