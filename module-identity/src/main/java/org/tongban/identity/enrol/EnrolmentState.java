package org.tongban.identity.enrol;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where an enrolment stands (ID-11 to ID-14). */
public enum EnrolmentState implements State {
    VERIFIED(new Title("信息已认证", "Information verified")),
    /** The account is there, and its handler's face is still to be proved. */
    USER_CREATED(new Title("用户已创建，待人脸核验", "User created, face awaited")),
    COMPLETED(new Title("已完成", "Completed")),
    LAPSED(new Title("已失效", "Lapsed"));

    private final Title title;

    EnrolmentState(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this == COMPLETED || this == LAPSED;
    }
}
