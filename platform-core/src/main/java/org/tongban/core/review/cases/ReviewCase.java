package org.tongban.core.review.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code core.review_case}.
 *
 * @param submittedBy whose case it is; null where somebody without an account handed it in
 * @param proposer the officer who proposed a correction
 * @param original the case whose decision is re-examined, or whose record is corrected
 * @param snapshot empty in lists
 * @param forms the forms of the snapshot by pointer
 * @param step where it stands among the steps of its type
 * @param dueProvisional whether holidays that nobody knows yet may move the due date: then it holds nobody to it
 */
@MappedEntity(value = "review_case", schema = "core")
public record ReviewCase(
        @Id UUID id,
        String number,
        String type,
        String kind,
        UUID subject,
        String title,
        @Nullable UUID organisation,
        @Nullable String region,
        @Nullable UUID submittedBy,
        @Nullable UUID submitterPerson,
        @Nullable UUID proposer,
        @Nullable UUID original,
        String snapshot,
        String forms,
        String state,
        String step,
        @Nullable UUID claimedBy,
        boolean withdrawalAsked,
        Instant submittedAt,
        Instant changedAt,
        @Nullable Instant decidedAt,
        LocalDate dueStart,
        int dueDays,
        LocalDate dueOn,
        boolean dueProvisional,
        long version) {
    public CaseState at() {
        return CaseState.of(state);
    }

    /** Whether it is this account's own. */
    public boolean isOf(UUID account) {
        return account.equals(submittedBy);
    }

    public CaseKind about() {
        return CaseKind.of(kind);
    }

    /** What changes as a case goes its way, as its audit records have it (CO-55). */
    public Map<String, Object> digest() {
        var digest = new LinkedHashMap<String, Object>();
        digest.put("state", state);
        digest.put("step", step);
        if (claimedBy != null) {
            digest.put("claimedBy", claimedBy);
        }
        digest.put("withdrawalAsked", withdrawalAsked);
        digest.put("dueOn", dueOn);
        return digest;
    }

    /** Whether somebody should have decided it by now; never by a date that is provisional (CO-47). */
    public boolean isOverdue(LocalDate today) {
        return CaseState.UNDECIDED.contains(at()) && !dueProvisional && dueOn.isBefore(today);
    }
}
