package org.tongban.filing.objection;

import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;

/** The way of an objection as a whole, for the module's declaration (PF-61). */
public final class ObjectionFlow {
    private ObjectionFlow() {}

    /** Its states and moves. */
    public static StateMachine machine() {
        return new StateMachine(
                "product-filing.objection",
                new Title("公众异议", "Objection of the public"),
                ObjectionState.RECEIVED,
                List.of(ObjectionState.values()),
                List.of(ObjectionMove.values()));
    }
}
