package org.tongban.identity.application;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where an application to be a handler stands (ID-14). */
public enum ApplicationState implements State {
    PENDING(new Title("待审核", "Pending")),
    APPROVED(new Title("已通过", "Approved")),
    REJECTED(new Title("未通过", "Rejected")),
    LAPSED(new Title("已失效", "Lapsed")),
    WITHDRAWN(new Title("已撤回", "Withdrawn"));

    private final Title title;

    ApplicationState(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this != PENDING;
    }
}
