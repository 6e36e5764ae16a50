package org.tongban.core.lostphone;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.tongban.core.account.Accounts;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.me.AccountNotices;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.review.ReviewHandler.Outcome;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.cases.ReviewCase;

/** Either officer refuses another phone: whoever asked is told at that phone, and the account in its inbox (CO-38). */
@Singleton
class RefusePhone {
    private final LostPhoneRepository repository;
    private final MasterKey masterKey;
    private final Outbox outbox;
    private final CaseRepository cases;
    private final Accounts accounts;
    private final AccountNotices notices;

    RefusePhone(
            LostPhoneRepository repository,
            MasterKey masterKey,
            Outbox outbox,
            CaseRepository cases,
            Accounts accounts,
            AccountNotices notices) {
        this.repository = repository;
        this.masterKey = masterKey;
        this.outbox = outbox;
        this.cases = cases;
        this.accounts = accounts;
        this.notices = notices;
    }

    void refuse(LostPhone request, Outcome outcome) {
        repository.move(request.id(), "refused", null);
        var number = number(outcome);
        outbox.send(
                "core.rejected",
                new Recipient.Phone(phone(request)),
                Map.of("title", "手机号停用申诉", "number", number, "reason", outcome.reason()));
        accounts.find(Objects.requireNonNull(request.account()))
                .ifPresent(account -> notices.lostPhoneRejected(account, number, outcome.reason()));
    }

    /** The number of the request's own case: that of the confirmation is known to officers alone. */
    private String number(Outcome outcome) {
        return cases.before(outcome.subject(), outcome.reviewCase())
                .map(ReviewCase::number)
                .orElse(outcome.caseNumber());
    }

    String phone(LostPhone request) {
        return masterKey.openText(Encrypted.of(request.newPhone()), AskForPhone.NEW_PHONE + request.id());
    }
}
