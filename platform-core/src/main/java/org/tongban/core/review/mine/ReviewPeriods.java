package org.tongban.core.review.mine;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a review type's re-examinations, in working days (CO-46d), {@code platform.reviews.<type>.*}.
 *
 * @param type the type's id with a hyphen for the point
 * @param askDays from the decision, within which one may be asked for
 * @param decideDays from the request, within which one is due
 */
@EachProperty("platform.reviews")
record ReviewPeriods(
        @Parameter String type,
        @Nullable Integer askDays,
        @Nullable Integer decideDays) {
    boolean isOf(String id) {
        return type.equals(id.replace('.', '-'));
    }
}
