package org.tongban.core.account;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Set;
import org.tongban.core.module.SampleData;

/** The sample accounts of staff: an administrator, and two reviewers where a module declares their role. */
@Singleton
@Requires(property = "platform.demo", value = "true")
class CoreSampleData implements SampleData {
    private static final String REVIEWER_ROLE = "filing-reviewer";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Realms realms;
    private final DemoPasswords demoPasswords;

    CoreSampleData(Accounts accounts, Passwords passwords, Realms realms, DemoPasswords demoPasswords) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.realms = realms;
        this.demoPasswords = demoPasswords;
    }

    @Override
    public String module() {
        return "platform";
    }

    @Override
    public void load() {
        staff(FirstAdministrator.LOGIN, FirstAdministrator.ROLE);
        if (realms.role(REVIEWER_ROLE).isPresent()) {
            staff("reviewer", REVIEWER_ROLE);
            staff("reviewer-2", REVIEWER_ROLE);
        }
    }

    private void staff(String login, String role) {
        var password = demoPasswords.of(login);
        if (accounts.find(Realms.STAFF, login).isEmpty()) {
            accounts.create(NewAccount.staff(login, passwords.hash(password), false, Set.of(role)));
        }
    }
}
