package org.example.suggestions;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.module.SampleData;

/** Somebody who suggests and somebody who reviews. */
@Singleton
@Requires(property = "platform.demo", value = "true")
class SuggestionsSampleData implements SampleData {
    private final SampleAccounts accounts;

    SuggestionsSampleData(SampleAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String module() {
        return "suggestions";
    }

    @Override
    public void load() {
        accounts.put(
                SuggestionsModule.REALM,
                "suggester",
                hash -> NewAccount.applicant(SuggestionsModule.REALM, "suggester", hash, null, null));
        accounts.putStaff("clerk", SuggestionsModule.CLERK);
    }
}
