package org.tongban.core.account;

import java.util.UUID;

/**
 * An account is about to have this phone (CO-24b). A module that keeps more about phones than core does listens by an
 * {@code ApplicationEventListener}, on the thread and in the transaction of the change, and refuses it by a
 * {@link org.tongban.core.web.DomainException} with a code of core, since the endpoint is core's. A new account is no change.
 *
 * @param phone in E.164, proved; {@link #toString} leaves it out
 */
public record PhoneChanging(UUID account, String realm, String phone) {
    @Override
    public String toString() {
        return "PhoneChanging[" + account + "]";
    }
}
