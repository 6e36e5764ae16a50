package org.tongban.core.review.cases;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What decides who may reach a case. */
@Introspected
public record CaseKey(
        String type,
        @Nullable String region,
        @Nullable UUID organisation,
        @Nullable UUID submittedBy,
        String kind,
        String state,
        long version) {
    /** Whether the case is this account's own; one of nobody's account is nobody's own. */
    boolean isOf(UUID account) {
        return account.equals(submittedBy);
    }

    /**
     * Whether nobody of the organisation may look at it: what people without an account hand in about an organisation says
     * who they are.
     */
    boolean isAgainst(@Nullable UUID acting) {
        return submittedBy == null && acting != null && acting.equals(organisation);
    }
}
