package org.tongban.filing.verification;

import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;

/** The way of a verification as a whole, for the module's declaration (PF-7). */
public final class VerificationFlow {
    private VerificationFlow() {}

    /** Its states and moves. */
    public static StateMachine machine() {
        return new StateMachine(
                "product-filing.verification",
                new Title("单位实名认证及变更", "Verification of a unit, and change of its data"),
                VerificationState.DRAFT,
                List.of(VerificationState.values()),
                List.of(VerificationMove.values()));
    }
}
