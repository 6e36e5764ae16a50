package org.tongban.core.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a reviewer wants to see (CO-47).
 *
 * @param types those that the reviewer may decide
 * @param region the province that bounds what is reached; null for all
 * @param number the one case with this number; null for all
 */
record Queue(
        List<String> types,
        List<CaseState> states,
        @Nullable String region,
        @Nullable String number) {
    String[] typeIds() {
        return types.toArray(String[]::new);
    }

    String[] stateCodes() {
        return states.stream().map(CaseState::code).toArray(String[]::new);
    }
}
