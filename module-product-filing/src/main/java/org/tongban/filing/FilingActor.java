package org.tongban.filing;

import org.tongban.core.module.Title;
import org.tongban.core.state.Actor;

/** Who makes a move (PF-7, PF-80, PF-81). */
public enum FilingActor implements Actor {
    UNIT(new Title("备案单位", "Filing unit")),
    REVIEWER(new Title("审核员", "Reviewer")),
    STAFF(new Title("管理员", "Staff")),
    TASK(new Title("系统任务", "Task"));

    private final Title title;

    FilingActor(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }
}
