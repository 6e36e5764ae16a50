package org.tongban.identity.application;

import java.util.List;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;

/** What is declared of applications to be a handler (ID-14). */
public final class ApplicationPart implements PlatformModule {
    @Override
    public List<StateMachine> stateMachines() {
        return List.of(new StateMachine(
                "identity.handler-application",
                new Title("经办人申请", "Application of a handler"),
                ApplicationState.PENDING,
                List.of(ApplicationState.values()),
                List.of(ApplicationMove.values())));
    }
}
