package org.tongban.core.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.AccountError;
import org.tongban.core.signin.Attempts.Outcome;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Strangers' guesses keep nobody out who comes from an address of the account, without a device's token (CO-22). */
@TongbanTest
@Tag("CO-22")
@Tag("RL-8")
class KnownAddressesTest {
    private static final String WRONG = "Other-Island-58";
    private static final int LIMIT = 5;
    private static final Visitor FAR = new Visitor("198.51.100.9", null);

    private static Answer signIn(Tongban tongban, People.Person person, String password) {
        return People.signIn(tongban, person.realm(), person.login(), password);
    }

    @Test
    void strangers_do_not_keep_out_who_comes_from_where_the_account_signed_in(Tongban tongban) {
        var writer = People.writer(tongban);
        guessFromAfar(tongban, writer);
        assertRefused(tongban, writer);
        for (var i = 1; i < LIMIT; i++) {
            assertThat(signIn(tongban, writer, WRONG).code()).isEqualTo("sign-in-failed");
        }
        assertThat(signIn(tongban, writer, People.PASSWORD).status()).isEqualTo(201);
        // Which takes nothing back from the strangers.
        assertRefused(tongban, writer);
    }

    @Test
    void an_address_that_signed_in_there_has_five_guesses_and_no_more(Tongban tongban) {
        var writer = People.writer(tongban);
        guessFromAfar(tongban, writer);
        for (var i = 0; i < LIMIT; i++) {
            assertThat(signIn(tongban, writer, WRONG).code()).isEqualTo("sign-in-failed");
        }
        assertThat(signIn(tongban, writer, People.PASSWORD).code()).isEqualTo("sign-in-refused");
    }

    @Test
    @Tag("CO-24")
    void an_address_is_a_stranger_after_thirty_days_or_once_it_is_forgotten(Tongban tongban) throws Exception {
        var forgotten = People.writer(tongban);
        var context = tongban.context();
        context.getBean(Transactions.class).write(() -> {
            context.getBean(KnownDevices.class).forget(forgotten.account());
            return forgotten;
        });
        var old = People.writer(tongban);
        try (var connection = Rows.connect(tongban);
                var statement = connection.prepareStatement("update core.session"
                        + " set created_at = created_at - make_interval(days => 30) where account_id = ?")) {
            statement.setObject(1, old.account());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        for (var person : List.of(forgotten, old)) {
            guessFromAfar(tongban, person);
            assertThat(signIn(tongban, person, People.PASSWORD).code()).isEqualTo("sign-in-refused");
        }
    }

    private static void guessFromAfar(Tongban tongban, People.Person person) {
        var attempts = tongban.context().getBean(Attempts.class);
        for (var i = 0; i < LIMIT; i++) {
            var admitted = attempts.admit(person.realm(), person.login(), null, FAR);
            tongban.context().getBean(Transactions.class).write(() -> {
                attempts.settle(admitted.attempt(), Outcome.FAILED);
                return admitted;
            });
        }
    }

    private static void assertRefused(Tongban tongban, People.Person person) {
        var attempts = tongban.context().getBean(Attempts.class);
        assertThatThrownBy(() -> attempts.admit(person.realm(), person.login(), null, FAR))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo(AccountError.SIGN_IN_REFUSED));
    }
}
