package org.tongban.core.review;

import org.tongban.core.module.Title;

/** What a reviewer decides (CO-46). */
public enum Decision {
    APPROVE(new Title("通过", "Approved")),
    RETURN(new Title("退回修改", "Returned for correction")),
    REJECT(new Title("不予通过", "Rejected"));

    private final Title title;

    Decision(Title title) {
        this.title = title;
    }

    /** The word for it, the same on every page and in every answer. */
    public Title title() {
        return title;
    }
}
