package org.tongban.identity;

import org.tongban.core.module.Title;
import org.tongban.core.state.Actor;

/** Who moves the module's records. */
public enum IdentityActor implements Actor {
    PERSON(new Title("自然人", "Person")),
    HANDLER(new Title("经办人", "Handler")),
    /** Who decides in an organisation: its representative, an administrator, or a credential of its own. */
    ADMINISTRATOR(new Title("法定代表人或管理员", "Representative or administrator")),
    ORGANISATION(new Title("法人", "Organisation")),
    REVIEWER(new Title("审核员", "Reviewer")),
    PLATFORM(new Title("系统", "Platform"));

    private final Title title;

    IdentityActor(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }
}
