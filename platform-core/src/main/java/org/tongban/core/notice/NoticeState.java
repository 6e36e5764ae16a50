package org.tongban.core.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.tongban.core.module.Title;

/** Where a notice stands (CO-34b): a draft is published or given up, and what was published can be taken back. */
@Serdeable
enum NoticeState {
    @JsonProperty("draft")
    DRAFT(new Title("草稿", "Draft")),
    @JsonProperty("published")
    PUBLISHED(new Title("已发布", "Published")),
    @JsonProperty("withdrawn")
    WITHDRAWN(new Title("已撤回", "Withdrawn"));

    private final Title title;

    NoticeState(Title title) {
        this.title = title;
    }

    Title title() {
        return title;
    }

    /** Its name in answers and in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
