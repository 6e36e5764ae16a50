package org.tongban.identity.handler;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where the link of an organisation with its handler stands (ID-6). */
enum LinkState implements State {
    AWAITING_PERSON(new Title("待经办人确认", "Awaiting the person")),
    ACTIVE(new Title("有效", "Active")),
    ENDED(new Title("已解除", "Ended"));

    private final Title title;

    LinkState(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this == ENDED;
    }
}
