package org.tongban.core.face;

import java.util.Locale;
import java.util.stream.Stream;
import org.tongban.core.module.Title;

/** Where a face verification stands (CO-75). */
public enum FaceState {
    WAITING("等待核验", "Waiting for the app"),
    /** The app has read the token, and looks at the face. */
    SCANNED("已扫码，核验中", "Scanned, under way"),
    MATCHED("核验通过", "Matched"),
    REFUSED("核验未通过", "Not matched"),
    /** The app verified somebody else than the person asked about. */
    MISMATCH("核验人员与填写信息不一致", "Another person than the one asked about"),
    EXPIRED("已过期", "Expired"),
    USED("已使用", "Used");

    private final Title title;

    FaceState(String zh, String en) {
        title = new Title(zh, en);
    }

    /** Whether no result has come yet. */
    boolean isOpen() {
        return this == WAITING || this == SCANNED;
    }

    /** The code in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Title title() {
        return title;
    }

    static FaceState of(String code) {
        return Stream.of(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
