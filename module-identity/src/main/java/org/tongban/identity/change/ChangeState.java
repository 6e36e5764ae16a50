package org.tongban.identity.change;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where a change of an organisation's data stands (ID-8). */
enum ChangeState implements State {
    IN_REVIEW(new Title("审核中", "In review")),
    APPLIED(new Title("已生效", "In effect")),
    REJECTED(new Title("未通过", "Rejected"));

    private final Title title;

    ChangeState(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this != IN_REVIEW;
    }
}
