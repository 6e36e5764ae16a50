package org.tongban.filing.update;

import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;

/** The way of an update as a whole, for the module's declaration (PF-81). */
public final class UpdateFlow {
    private UpdateFlow() {}

    /** Its states and moves. */
    public static StateMachine machine() {
        return new StateMachine(
                "product-filing.update",
                new Title("产品备案信息更新", "Yearly update of a filing"),
                UpdateState.DUE,
                List.of(UpdateState.values()),
                List.of(UpdateMove.values()));
    }
}
