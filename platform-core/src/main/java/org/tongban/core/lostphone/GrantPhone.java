package org.tongban.core.lostphone;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Contacts;
import org.tongban.core.me.AccountNotices;
import org.tongban.core.module.CoreModule;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;

/** The second officer confirms another phone: old and new are told, and a day later it takes effect (CO-24b). */
@Singleton
class GrantPhone implements ReviewHandler {
    private static final Duration NOTICE = Duration.ofHours(24);

    private final LostPhoneRepository repository;
    private final RefusePhone refusePhone;
    private final Accounts accounts;
    private final Contacts contacts;
    private final AccountNotices notices;
    private final BusinessClock clock;

    GrantPhone(
            LostPhoneRepository repository,
            RefusePhone refusePhone,
            Accounts accounts,
            Contacts contacts,
            AccountNotices notices,
            BusinessClock clock) {
        this.repository = repository;
        this.refusePhone = refusePhone;
        this.accounts = accounts;
        this.contacts = contacts;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String type() {
        return CoreModule.LOST_PHONE_CONFIRMATION;
    }

    @Override
    public void decided(Outcome outcome) {
        var request = repository.lock(outcome.subject()).orElseThrow();
        if (!request.state().equals("agreed")) {
            return;
        }
        if (outcome.decision() != Decision.APPROVE) {
            refusePhone.refuse(request, outcome);
            return;
        }
        var effective = clock.now().plus(NOTICE);
        repository.move(request.id(), "granted", effective);
        var account = accounts.find(Objects.requireNonNull(request.account())).orElseThrow();
        contacts.phone(account.id()).ifPresent(old -> notices.phoneChange(account, old, effective));
        notices.phoneComing(account, refusePhone.phone(request), effective);
    }
}
