package org.tongban.identity.renewal;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where the renewal of a document's validity stands (ID-2). */
enum RenewalState implements State {
    IN_REVIEW(new Title("审核中", "In review")),
    APPROVED(new Title("已更新", "Renewed")),
    REJECTED(new Title("未通过", "Rejected"));

    private final Title title;

    RenewalState(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this != IN_REVIEW;
    }
}
