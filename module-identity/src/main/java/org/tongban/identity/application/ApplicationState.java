package org.tongban.identity.application;

import java.util.stream.Stream;
import org.tongban.core.module.Title;
import org.tongban.core.state.State;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Where an application to be a handler stands (ID-14). */
public enum ApplicationState implements State {
    PENDING(new Title("待审核", "Pending")),
    APPROVED(new Title("已通过", "Approved")),
    REJECTED(new Title("未通过", "Rejected")),
    LAPSED(new Title("已失效", "Lapsed")),
    WITHDRAWN(new Title("已撤回", "Withdrawn"));

    private final Title title;

    ApplicationState(Title title) {
        this.title = title;
    }

    /** The state of a code. */
    public static ApplicationState of(String code) {
        return Stream.of(values())
                .filter(state -> state.code().equals(code))
                .findAny()
                .orElseThrow();
    }

    /**
     * The state that a request names.
     *
     * @throws DomainException {@link CoreError#BAD_REQUEST} where there is none of this name, say two at once
     */
    public static ApplicationState asked(String code) {
        return Stream.of(values())
                .filter(state -> state.code().equals(code))
                .findAny()
                .orElseThrow(() -> DomainException.of(CoreError.BAD_REQUEST));
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this != PENDING;
    }
}
