package org.tongban.filing.recognition;

import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;

/** The way of a recognition as a whole, for the module's declaration (PF-82). */
public final class RecognitionFlow {

    private RecognitionFlow() {}

    /** Its states and moves. */
    public static StateMachine machine() {
        return new StateMachine(
                "product-filing.recognition",
                new Title("专利密集型产品认定", "Recognition of a product"),
                RecognitionState.CANDIDATE,
                List.of(RecognitionState.values()),
                List.of(RecognitionMove.values()));
    }
}
