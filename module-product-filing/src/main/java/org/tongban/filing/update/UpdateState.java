package org.tongban.filing.update;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where the update of a product stands in a round (PF-81). */
public enum UpdateState implements State {
    DUE(new Title("未更新", "Not updated")),
    IN_REVIEW(new Title("审核中", "In review")),
    RETURNED(new Title("不通过", "Returned")),
    DONE(new Title("已更新", "Updated")),
    MISSED(new Title("逾期未更新", "Missed"));

    private final Title title;

    UpdateState(Title title) {
        this.title = title;
    }

    /** The names of the state of a code, or of all where none is named. */
    static String[] named(@Nullable String code) {
        return Stream.of(values())
                .filter(state -> code == null || state.code().equals(code))
                .map(UpdateState::name)
                .toArray(String[]::new);
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this == DONE;
    }
}
