package org.tongban.core.review.due;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The settings of overdue cases.
 *
 * @param releaseOverdueAfter the working days after its due date beyond which a case is taken from its holder; 0 for never
 */
@ConfigurationProperties("platform.reviews")
record OverdueSettings(@Bindable(defaultValue = "5") int releaseOverdueAfter) {}
