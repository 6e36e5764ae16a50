package org.tongban.identity.manage;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.identity.approval.Deciders;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccounts;

/** A handler's account is for those who decide in its organisation. */
@Singleton
class AccountOwnership implements Ownership {
    private final Deciders deciders;
    private final HandlerAccounts handlers;

    AccountOwnership(Deciders deciders, HandlerAccounts handlers) {
        this.deciders = deciders;
        this.handlers = handlers;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = (lock ? deciders.lock(caller) : deciders.require(caller)).organisation();
        return (lock ? handlers.lock(id) : handlers.find(id))
                .filter(account -> account.organisation().equals(organisation))
                .map(HandlerAccount::version);
    }
}
