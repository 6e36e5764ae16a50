package org.tongban.filing.publicdata;

import java.util.Locale;
import java.util.stream.Stream;
import org.tongban.core.module.Title;

/** The public state of a product (PF-70): so far only that it is filed. */
enum PublicState {
    FILED(
            new Title("已备案", "Filed"),
            new Title(
                    "产品信息由单位填报，经审核已予备案。备案不等于认定。",
                    "The unit entered the data, and a reviewer accepted the filing. It is not a recognition."));

    private final Title title;
    private final Title meaning;

    PublicState(Title title, Title meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    static PublicState of(String code) {
        return Stream.of(values())
                .filter(state -> state.code().equals(code))
                .findAny()
                .orElseThrow();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Title title() {
        return title;
    }

    /** What the state means, in one sentence. */
    Title meaning() {
        return meaning;
    }
}
