package org.tongban.template.proposal;

import org.tongban.core.module.Title;

/** Who makes a move. */
enum Actor implements org.tongban.core.state.Actor {
    ORGANISATION("单位", "Organisation"),
    REVIEWER("审核员", "Reviewer"),
    PLATFORM("系统", "Platform");

    private final Title title;

    Actor(String zh, String en) {
        this.title = new Title(zh, en);
    }

    @Override
    public Title title() {
        return title;
    }
}
