package org.tongban.core.account;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.tongban.core.module.SampleData;

/** The sample account of the platform itself: an administrator. */
@Singleton
@Requires(property = "platform.demo", value = "true")
class CoreSampleData implements SampleData {
    private final SampleAccounts accounts;

    CoreSampleData(SampleAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String module() {
        return "platform";
    }

    @Override
    public void load() {
        accounts.putStaff(FirstAdministrator.LOGIN, FirstAdministrator.ROLE);
    }
}
