package org.tongban.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** Who is shown a sample account's password can sign in with it. */
@TongbanTest
class SampleAccountsTest {
    @TempDir
    private Path folder;

    private SampleAccounts started(Tongban tongban, DemoPasswords demoPasswords) {
        var context = tongban.context();
        return new SampleAccounts(
                context.getBean(Accounts.class),
                context.getBean(Credentials.class),
                context.getBean(AccountRepository.class),
                context.getBean(Revocations.class),
                context.getBean(Passwords.class),
                demoPasswords,
                context.getBean(Transactions.class));
    }

    private DemoPasswords kept() {
        return new DemoPasswords(Map.of(), folder.resolve("demo-accounts.env").toString());
    }

    private static int signIn(Tongban tongban, String login, String password) {
        return People.signIn(tongban, Realms.STAFF, login, password).status();
    }

    @Test
    void a_lost_password_is_replaced_in_the_account_too(Tongban tongban) throws Exception {
        var login = "sample-" + UUID.randomUUID();
        var first = kept();
        started(tongban, first).putStaff(login, TrialModule.REVIEWER);
        var lost = first.of(login);
        assertThat(signIn(tongban, login, lost)).isEqualTo(201);
        Files.delete(folder.resolve("demo-accounts.env"));
        var second = kept();
        started(tongban, second).putStaff(login, TrialModule.REVIEWER);
        assertThat(second.of(login)).isNotEqualTo(lost);
        assertThat(signIn(tongban, login, second.of(login))).isEqualTo(201);
        assertThat(signIn(tongban, login, lost)).isEqualTo(401);
    }

    @Test
    void a_kept_password_is_left_as_it_is(Tongban tongban) {
        var login = "sample-" + UUID.randomUUID();
        started(tongban, kept()).putStaff(login, TrialModule.REVIEWER);
        started(tongban, kept()).putStaff(login, TrialModule.REVIEWER);
        assertThat(signIn(tongban, login, kept().of(login))).isEqualTo(201);
    }
}
