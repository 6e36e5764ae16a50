package org.tongban.core.lostphone;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.form.Documents;
import org.tongban.core.module.CoreModule;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.review.Reviews;

/** The first officer agrees to another phone: a second one has to confirm it, who cannot be the same (CO-24b). */
@Singleton
class AgreeToPhone implements ReviewHandler {
    private final LostPhoneRepository repository;
    private final RefusePhone refusePhone;
    private final Accounts accounts;
    private final Reviews reviews;

    AgreeToPhone(LostPhoneRepository repository, RefusePhone refusePhone, Accounts accounts, Reviews reviews) {
        this.repository = repository;
        this.refusePhone = refusePhone;
        this.accounts = accounts;
        this.reviews = reviews;
    }

    @Override
    public String type() {
        return CoreModule.LOST_PHONE;
    }

    @Override
    public void decided(Outcome outcome) {
        var request = repository.lock(outcome.subject()).orElseThrow();
        if (!request.state().equals("asked")) {
            return;
        }
        if (outcome.decision() != Decision.APPROVE) {
            refusePhone.refuse(request, outcome);
            return;
        }
        repository.move(request.id(), "agreed", null);
        var account = account(request.account());
        // Submitted by the first officer, it is nobody's own but theirs: the rule of every review keeps four eyes.
        reviews.open(
                outcome.reviewer(),
                AskForPhone.reviewCase(
                        CoreModule.LOST_PHONE_CONFIRMATION,
                        request.id(),
                        account,
                        Documents.members(request.document())));
    }

    private Account account(@Nullable UUID id) {
        return accounts.find(Objects.requireNonNull(id)).orElseThrow();
    }
}
