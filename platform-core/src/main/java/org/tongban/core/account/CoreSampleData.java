package org.tongban.core.account;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.tongban.core.external.embedded.SampleBusinesses;
import org.tongban.core.module.SampleData;

/** The sample data of the platform itself: an administrator, an auditor, and businesses in their registry. */
@Singleton
@Requires(property = "platform.demo", value = "true")
class CoreSampleData implements SampleData {
    private static final String AUDITOR = "auditor";

    private final SampleAccounts accounts;
    private final SampleBusinesses businesses;

    CoreSampleData(SampleAccounts accounts, SampleBusinesses businesses) {
        this.accounts = accounts;
        this.businesses = businesses;
    }

    @Override
    public String module() {
        return "platform";
    }

    @Override
    public void load() {
        accounts.putStaff(FirstAdministrator.LOGIN, FirstAdministrator.ROLE);
        accounts.putStaff(AUDITOR, AUDITOR);
        businesses.load();
    }
}
