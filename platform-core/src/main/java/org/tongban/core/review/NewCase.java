package org.tongban.core.review;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission to be reviewed.
 *
 * @param type the {@link ReviewType}'s id
 * @param subject the record submitted; it has at most one open case
 * @param title what the queue shows: the product's name, the unit's
 * @param organisation the organisation it belongs to, whose people may not decide it; null where it is a person's
 * @param region the province code that region-bound reviewers are matched with; null where there is none
 * @param snapshot the parts as submitted, by name
 */
public record NewCase(
        String type,
        UUID subject,
        String title,
        @Nullable UUID organisation,
        @Nullable String region,
        Map<String, Object> snapshot) {}
