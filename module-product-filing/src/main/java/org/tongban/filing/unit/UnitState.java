package org.tongban.filing.unit;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Whether a unit has been verified; what it has said for that is a record of its own (PF-7). */
public enum UnitState implements State {
    UNVERIFIED(new Title("未实名认证", "Not verified")),
    VERIFIED(new Title("已实名认证", "Verified"));

    private final Title title;

    UnitState(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }
}
