package org.tongban.core.review.due;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many overdue cases an officer holds, and since when the oldest of them is due; null where there are none. */
@Introspected
record HeldOverdue(long cases, @Nullable LocalDate since) {}
