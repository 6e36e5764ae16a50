package org.tongban.core.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Contacts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.ErrorCode;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** What an account signs in by, and what no two accounts of a realm have (CO-20). */
@TongbanTest
@Tag("CO-20")
class IdentifiersTest {
    private static int signIn(Tongban tongban, String realm, String login) {
        return People.signIn(tongban, realm, login, People.PASSWORD).status();
    }

    private static NewAccount with(String realm, String login, String phone) {
        return new NewAccount(realm, login, null, false, null, null, phone, null, Set.of());
    }

    private static void assertRefused(Runnable work, ErrorCode code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    @Tag("PF-2")
    void an_account_signs_in_by_username_and_by_phone_in_any_spelling(Tongban tongban) {
        var phone = People.phone();
        var person = People.reachable(tongban, phone);
        var national = phone.substring(3);
        assertThat(signIn(tongban, TrialModule.REACHABLE, person.login().toUpperCase(Locale.ROOT)))
                .isEqualTo(201);
        assertThat(signIn(tongban, TrialModule.REACHABLE, national)).isEqualTo(201);
        assertThat(signIn(
                        tongban,
                        TrialModule.REACHABLE,
                        "+86 " + national.substring(0, 3) + "-" + national.substring(3)))
                .isEqualTo(201);
    }

    @Test
    void a_phone_signs_in_only_where_the_realm_says_so(Tongban tongban) {
        var phone = People.phone();
        var writer = People.writerWithPhone(tongban, phone);
        assertThat(signIn(tongban, writer.realm(), phone.substring(3))).isEqualTo(401);
    }

    @Test
    @Tag("PF-1")
    void an_e_mail_signs_in_once_it_is_confirmed_and_not_before(Tongban tongban) {
        var person = People.reachable(tongban, People.phone());
        var context = tongban.context();
        var account = context.getBean(Accounts.class).find(person.account()).orElseThrow();
        var address = "u" + UUID.randomUUID() + "@example.org";
        assertThat(signIn(tongban, TrialModule.REACHABLE, address)).isEqualTo(401);
        context.getBean(Contacts.class).confirmEmail(account, address, Instant.EPOCH);
        assertThat(signIn(tongban, TrialModule.REACHABLE, address.toUpperCase(Locale.ROOT)))
                .isEqualTo(201);
        var other = context.getBean(Accounts.class)
                .find(People.reachable(tongban, People.phone()).account())
                .orElseThrow();
        assertRefused(
                () -> context.getBean(Contacts.class).confirmEmail(other, address, Instant.EPOCH),
                AccountError.EMAIL_TAKEN);
    }

    @Test
    @Tag("PF-1")
    void no_two_accounts_of_a_realm_have_one_phone_where_it_signs_in(Tongban tongban) {
        var phone = People.phone();
        People.reachable(tongban, phone);
        var accounts = tongban.context().getBean(Accounts.class);
        assertRefused(
                () -> accounts.create(with(TrialModule.REACHABLE, "x" + UUID.randomUUID(), phone)),
                AccountError.PHONE_TAKEN);
        assertThat(accounts.create(with(TrialModule.REALM, "x" + UUID.randomUUID(), phone)))
                .isNotNull();
        assertThat(accounts.create(with(TrialModule.REALM, "x" + UUID.randomUUID(), phone)))
                .isNotNull();
        var other = accounts.find(People.reachable(tongban, People.phone()).account())
                .orElseThrow();
        assertRefused(() -> tongban.context().getBean(Contacts.class).setPhone(other, phone), AccountError.PHONE_TAKEN);
    }

    @Test
    void a_login_is_taken_in_any_spelling(Tongban tongban) {
        var person = People.reachable(tongban, People.phone());
        assertRefused(
                () -> tongban.context()
                        .getBean(Accounts.class)
                        .create(with(TrialModule.REACHABLE, person.login().toUpperCase(Locale.ROOT), People.phone())),
                AccountError.LOGIN_TAKEN);
    }
}
