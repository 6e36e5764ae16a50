package org.tongban.core.agreement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Realms;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.agreement.PublishAgreement.Edition;
import org.tongban.core.web.Transactions;

/** Publishes first versions of agreements for {@code --demo}, so that what asks for their acceptance can be tried. */
@Singleton
public class SampleAgreements {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final AgreementRepository repository;
    private final PublishAgreement publishAgreement;
    private final Accounts accounts;
    private final Transactions transactions;

    SampleAgreements(
            AgreementRepository repository,
            PublishAgreement publishAgreement,
            Accounts accounts,
            Transactions transactions) {
        this.repository = repository;
        this.publishAgreement = publishAgreement;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** Publishes these texts, in force on whatever day is tried, where the agreement has no version yet. */
    public void put(String agreement, String zh, String en) {
        transactions.write(() -> {
            if (repository.latest(agreement).isEmpty()) {
                var publisher = accounts.find(Realms.STAFF, SampleAccounts.ADMINISTRATOR)
                        .orElseThrow()
                        .id();
                publishAgreement.store(publisher, agreement, 1, new Edition(zh, en, LONG_AGO, false));
            }
            return agreement;
        });
    }
}
