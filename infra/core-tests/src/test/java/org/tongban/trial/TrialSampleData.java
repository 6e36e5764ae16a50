package org.tongban.trial;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.module.SampleData;

/** The reviewers that tests sign in as. */
@Singleton
@Requires(property = "platform.demo", value = "true")
class TrialSampleData implements SampleData {
    private final SampleAccounts accounts;

    TrialSampleData(SampleAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String module() {
        return "trial";
    }

    @Override
    public void load() {
        accounts.putStaff("reviewer", TrialModule.REVIEWER);
        accounts.putStaff("reviewer-2", TrialModule.REVIEWER);
    }
}
