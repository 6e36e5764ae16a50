package org.tongban.core.account;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.tongban.core.module.SampleData;

/** The sample accounts of staff: an administrator, and two reviewers where a module declares their role. */
@Singleton
@Requires(property = "platform.demo", value = "true")
class CoreSampleData implements SampleData {
    private static final String REVIEWER_ROLE = "filing-reviewer";

    private final SampleAccounts accounts;
    private final Realms realms;

    CoreSampleData(SampleAccounts accounts, Realms realms) {
        this.accounts = accounts;
        this.realms = realms;
    }

    @Override
    public String module() {
        return "platform";
    }

    @Override
    public void load() {
        accounts.putStaff(FirstAdministrator.LOGIN, FirstAdministrator.ROLE);
        if (realms.role(REVIEWER_ROLE).isPresent()) {
            accounts.putStaff("reviewer", REVIEWER_ROLE);
            accounts.putStaff("reviewer-2", REVIEWER_ROLE);
        }
    }
}
