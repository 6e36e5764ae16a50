package org.tongban.filing.product;

import org.tongban.core.module.Title;

/** Who makes a move (PF-80). */
enum Actor implements org.tongban.core.state.Actor {
    UNIT(new Title("备案单位", "Filing unit")),
    REVIEWER(new Title("审核员", "Reviewer"));

    private final Title title;

    Actor(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }
}
