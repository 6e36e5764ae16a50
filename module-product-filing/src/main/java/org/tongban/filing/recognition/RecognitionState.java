package org.tongban.filing.recognition;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where a product stands in the recognition of a year (PF-82). */
public enum RecognitionState implements State {
    CANDIDATE(new Title("候选", "Candidate")),
    HELD(new Title("暂缓", "Held")),
    NOT_MET(new Title("未达标", "Not met")),
    IN_PUBLICITY(new Title("公示中", "In publicity")),
    RECOGNISED(new Title("已认定", "Recognised")),
    REVOKED(new Title("已撤销认定", "Revoked")),
    EXPIRED(new Title("已到期", "Expired")),
    SUPERSEDED(new Title("已由新认定接替", "Superseded"));

    private final Title title;

    RecognitionState(Title title) {
        this.title = title;
    }

    /** The names of the state of a code, or of all where none is named. */
    static String[] named(@Nullable String code) {
        return Stream.of(values())
                .filter(state -> code == null || state.code().equals(code))
                .map(RecognitionState::name)
                .toArray(String[]::new);
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        // Not met and revoked come back where the decision falls in a re-examination (CO-46d).
        return switch (this) {
            case EXPIRED, SUPERSEDED -> true;
            case CANDIDATE, HELD, NOT_MET, IN_PUBLICITY, RECOGNISED, REVOKED -> false;
        };
    }

    /** Whether the public may object to it (PF-60). */
    public boolean isOpenToObjections() {
        return this == IN_PUBLICITY || this == RECOGNISED;
    }
}
