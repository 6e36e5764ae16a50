package org.tongban.core.event;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of events (CO-50). */
public enum EventError implements ErrorCode {
    EVENT_NOT_PARKED(
            "event-not-parked",
            ErrorKind.CONFLICT,
            "该事件未被搁置：仍在重试、在等候前一事件，或已有人处理。",
            "The event is not parked: it is tried again, waits for another one, or somebody has settled it.");

    private final Failure failure;

    EventError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
