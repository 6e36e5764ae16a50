package org.tongban.filing.publicdata;

import java.util.Locale;
import java.util.stream.Stream;
import org.tongban.core.module.Title;

/** The public state of a product: recognised, else in publicity, else filed (PF-70, PF-82). */
public enum PublicState {
    FILED(
            new Title("已备案", "Filed"),
            new Title(
                    "产品信息由单位填报，经审核已予备案。备案不等于认定。",
                    "The unit entered the data, and a reviewer accepted the filing. It is not a recognition.")),
    IN_PUBLICITY(
            new Title("公示中", "In publicity"),
            new Title(
                    "拟认定为专利密集型产品，正在公示。公示期内任何人都可以提出异议。",
                    "It is about to be recognised as patent-intensive. Until the period ends anybody may object.")),
    RECOGNISED(
            new Title("已认定", "Recognised"),
            new Title(
                    "已认定为专利密集型产品，认定在有效期内。任何人都可以提出异议。",
                    "It is recognised as patent-intensive, and the recognition is in force. Anybody may object."));

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

    /** Its name for machines. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its word. */
    public Title title() {
        return title;
    }

    /** What the state means, in one sentence. */
    Title meaning() {
        return meaning;
    }
}
