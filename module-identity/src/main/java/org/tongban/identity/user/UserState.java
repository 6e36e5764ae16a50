package org.tongban.identity.user;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where a handler's account stands (ID-12). */
public enum UserState implements State {
    /** It can sign in, see how its matter stands, and do nothing else. */
    AWAITING(new Title("待生效", "Awaiting")),
    ACTIVE(new Title("有效", "Active")),
    CLOSED(new Title("已注销", "Closed"));

    private final Title title;

    UserState(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this == CLOSED;
    }
}
