package org.tongban.identity.manual;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where the comparison of a unit's documents stands (ID-25). */
public enum ManualState implements State {
    IN_REVIEW(new Title("比对中", "Being compared")),
    /** The applicant uploads again and resubmits. */
    RETURNED(new Title("比对不通过", "Returned")),
    PASSED(new Title("比对通过", "Passed")),
    /** It was returned and nobody came back to it, or the account was closed. */
    LAPSED(new Title("已失效", "Lapsed"));

    private final Title title;

    ManualState(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this == PASSED || this == LAPSED;
    }
}
