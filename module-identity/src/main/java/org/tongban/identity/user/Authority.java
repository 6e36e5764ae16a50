package org.tongban.identity.user;

import java.util.Locale;
import org.tongban.core.account.Capacity;
import org.tongban.core.module.Title;

/** What a handler's account may decide in its organisation (ID-15, ID-20). */
public enum Authority {
    HANDLER(new Title("经办人", "Handler")),
    /** May decide on applications and on the organisation's accounts. */
    ADMINISTRATOR(new Title("管理员", "Administrator")),
    /** The legal representative in person; may do the same. */
    REPRESENTATIVE(new Title("法定代表人", "Legal representative"));

    private final Title title;

    Authority(Title title) {
        this.title = title;
    }

    /** The authority of a code. */
    public static Authority of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Title title() {
        return title;
    }

    /** As what tokens say that it acts (ID-41). */
    public Capacity capacity() {
        return switch (this) {
            case HANDLER -> Capacity.HANDLER;
            case ADMINISTRATOR -> Capacity.ADMINISTRATOR;
            case REPRESENTATIVE -> Capacity.REPRESENTATIVE;
        };
    }

    /** Whether it may decide on applications and accounts. */
    public boolean decides() {
        return this != HANDLER;
    }
}
