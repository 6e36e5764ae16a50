package org.tongban.identity.user;

import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.PhoneChanging;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityRealms;

/**
 * Lets no two accounts of an organisation come to have one phone, by whatever way core gives one its phone (ID-16): by its
 * owner, at the first sign-in, or after a lost one.
 */
@Singleton
class FollowPhone implements ApplicationEventListener<PhoneChanging> {
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;

    FollowPhone(HandlerAccounts handlers, HandlerAccountMoves moves) {
        this.handlers = handlers;
        this.moves = moves;
    }

    /** The organisation is locked before the account, as by all who decide in it. */
    @Override
    public void onApplicationEvent(PhoneChanging event) {
        if (!event.realm().equals(IdentityRealms.HANDLER)) {
            return;
        }
        handlers.find(event.account()).ifPresent(handler -> {
            handlers.lockOrganisation(handler.organisation());
            handlers.lock(handler.id())
                    .filter(present -> present.state() != UserState.CLOSED)
                    .ifPresent(present -> change(present, event.phone()));
        });
    }

    /** The answer is that of an endpoint of core: the code is core's, the sentence the rule's. */
    private void change(HandlerAccount handler, String phone) {
        try {
            moves.changePhone(handler, phone);
        } catch (DomainException taken) {
            throw DomainException.of(AccountError.PHONE_TAKEN)
                    .withDetail(taken.code().title());
        }
    }
}
