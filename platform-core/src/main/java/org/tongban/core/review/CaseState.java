package org.tongban.core.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.tongban.core.module.Title;

/** Where a case stands (CO-46). */
enum CaseState {
    @JsonProperty("open")
    OPEN(new Title("待认领", "Open")),
    @JsonProperty("claimed")
    CLAIMED(new Title("审核中", "Under review")),
    @JsonProperty("approved")
    APPROVED(new Title("已通过", "Approved")),
    @JsonProperty("returned")
    RETURNED(new Title("已退回", "Returned")),
    @JsonProperty("rejected")
    REJECTED(new Title("未通过", "Rejected"));

    private final Title title;

    CaseState(Title title) {
        this.title = title;
    }

    Title title() {
        return title;
    }

    /** The state's name in answers and in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The state that a decision leads to. */
    static CaseState after(Decision decision) {
        return switch (decision) {
            case APPROVE -> APPROVED;
            case RETURN -> RETURNED;
            case REJECT -> REJECTED;
        };
    }
}
