package org.tongban.filing;

import org.tongban.core.module.Title;
import org.tongban.core.state.Actor;

/** Who makes a move (PF-7, PF-80). */
public enum FilingActor implements Actor {
    UNIT(new Title("备案单位", "Filing unit")),
    REVIEWER(new Title("审核员", "Reviewer"));

    private final Title title;

    FilingActor(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }
}
