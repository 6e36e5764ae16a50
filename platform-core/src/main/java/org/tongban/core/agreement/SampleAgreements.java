package org.tongban.core.agreement;

import jakarta.inject.Singleton;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Realms;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.agreement.PublishAgreement.Edition;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/** Publishes first versions of agreements for {@code --demo}, so that what asks for their acceptance can be tried. */
@Singleton
public class SampleAgreements {
    private final AgreementRepository repository;
    private final PublishAgreement publishAgreement;
    private final Accounts accounts;
    private final Transactions transactions;
    private final BusinessClock clock;

    SampleAgreements(
            AgreementRepository repository,
            PublishAgreement publishAgreement,
            Accounts accounts,
            Transactions transactions,
            BusinessClock clock) {
        this.repository = repository;
        this.publishAgreement = publishAgreement;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Publishes these texts, in force from today, where the agreement has no version yet. */
    public void put(String agreement, String zh, String en) {
        transactions.write(() -> {
            if (repository.latest(agreement).isEmpty()) {
                var publisher = accounts.find(Realms.STAFF, SampleAccounts.ADMINISTRATOR)
                        .orElseThrow()
                        .id();
                publishAgreement.publish(publisher, agreement, new Edition(zh, en, clock.today(), false));
            }
            return agreement;
        });
    }
}
