package org.tongban.identity.user;

import java.util.stream.Stream;
import org.tongban.core.module.Title;
import org.tongban.core.state.State;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Where a handler's account stands (ID-12). */
public enum UserState implements State {
    /** It can sign in, see how its matter stands, and do nothing else. */
    AWAITING(new Title("待生效", "Awaiting")),
    ACTIVE(new Title("有效", "Active")),
    CLOSED(new Title("已注销", "Closed"));

    private final Title title;

    UserState(Title title) {
        this.title = title;
    }

    /** The state of a code. */
    public static UserState of(String code) {
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
    public static UserState asked(String code) {
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
        return this == CLOSED;
    }
}
