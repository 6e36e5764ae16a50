package org.tongban.filing.objection;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where an objection stands (PF-61). */
enum ObjectionState implements State {
    RECEIVED(new Title("已收到", "Received")),
    TAKEN_UP(new Title("已受理", "Taken up")),
    STATEMENT_ASKED(new Title("等待单位说明", "Statement asked")),
    UPHELD(new Title("异议成立", "Upheld")),
    NOT_UPHELD(new Title("异议不成立", "Not upheld")),
    DISMISSED(new Title("不予受理", "Dismissed"));

    private final Title title;

    ObjectionState(Title title) {
        this.title = title;
    }

    /** The names of the state of a code, or of all where none is named. */
    static String[] named(@Nullable String code) {
        return Stream.of(values())
                .filter(state -> code == null || state.code().equals(code))
                .map(ObjectionState::name)
                .toArray(String[]::new);
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        // Upheld falls where the unit has it re-examined (CO-46d).
        return switch (this) {
            case NOT_UPHELD, DISMISSED -> true;
            case RECEIVED, TAKEN_UP, STATEMENT_ASKED, UPHELD -> false;
        };
    }

    /** Whether it is still to be decided. */
    boolean isOpen() {
        return switch (this) {
            case RECEIVED, TAKEN_UP, STATEMENT_ASKED -> true;
            case UPHELD, NOT_UPHELD, DISMISSED -> false;
        };
    }
}
