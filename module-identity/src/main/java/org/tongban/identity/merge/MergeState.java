package org.tongban.identity.merge;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where the merge of two accounts stands (ID-44). */
enum MergeState implements State {
    IN_REVIEW(new Title("审核中", "In review")),
    MERGED(new Title("已合并", "Merged")),
    REJECTED(new Title("未通过", "Rejected"));

    private final Title title;

    MergeState(Title title) {
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
