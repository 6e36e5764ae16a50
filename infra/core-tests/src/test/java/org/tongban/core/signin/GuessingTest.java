package org.tongban.core.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.Credentials;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.signin.Attempts.Outcome;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Guesses are counted by account, device and address, whatever they are called and wherever they enter (CO-22, RL-8). */
@TongbanTest
@Tag("CO-22")
@Tag("RL-8")
class GuessingTest {
    private static final String WRONG = "Other-Island-58";
    private static final int LIMIT = 5;

    private static Answer signIn(
            Tongban tongban, People.Person person, String login, String password, @Nullable String device) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("realm", person.realm())
                .put("login", login)
                .put("password", password);
        if (device != null) {
            body.put("device", device);
        }
        return tongban.anonymous().post("/api/platform/v1/sessions", body);
    }

    private static String device(People.Person person) {
        return person.tokens().path("device").asText();
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var one : work) {
                futures.add(threads.submit(one));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void two_hundred_wrong_guesses_by_every_name_and_route_are_compared_five_times_at_most(Tongban tongban)
            throws Exception {
        var phone = People.phone();
        var person = People.reachable(tongban, phone);
        var work = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 200; i++) {
            var way = i % 4;
            work.add(() -> switch (way) {
                case 0 -> signIn(tongban, person, person.login(), WRONG, null).status();
                case 1 -> signIn(tongban, person, phone, WRONG, null).status();
                case 2 ->
                    signIn(tongban, person, person.login(), WRONG, "a".repeat(43))
                            .status();
                default ->
                    person.api()
                            .post(
                                    "/api/platform/v1/me/password",
                                    JsonNodeFactory.instance
                                            .objectNode()
                                            .put("currentPassword", WRONG)
                                            .put("newPassword", WRONG + "-more"))
                            .status();
            });
        }
        assertThat(together(work)).doesNotContain(201, 200, 500).contains(401, 429);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.sign_in_attempt where account_id = ? and outcome = 'failed'",
                        person.account()))
                .isEqualTo(LIMIT);
    }

    @Test
    void twenty_right_sign_ins_by_every_name_at_once_all_succeed(Tongban tongban) throws Exception {
        var phone = People.phone();
        var person = People.reachable(tongban, phone);
        var work = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            var login = i % 2 == 0 ? phone : person.login();
            work.add(() -> signIn(tongban, person, login, People.PASSWORD, null).status());
        }
        assertThat(together(work)).containsOnly(201);
    }

    @Test
    void strangers_do_not_keep_a_known_device_out(Tongban tongban) {
        var writer = People.writer(tongban);
        for (var i = 0; i < LIMIT; i++) {
            assertThat(signIn(tongban, writer, writer.login(), WRONG, null).status())
                    .isEqualTo(401);
        }
        assertThat(signIn(tongban, writer, writer.login(), People.PASSWORD, null)
                        .code())
                .isEqualTo("sign-in-refused");
        var known = signIn(tongban, writer, writer.login(), People.PASSWORD, device(writer));
        assertThat(known.status()).as(known.toString()).isEqualTo(201);
        assertThat(known.json().path("device").asText()).isEqualTo(device(writer));
        // What the owner does from it takes nothing back from the strangers.
        assertThat(signIn(tongban, writer, writer.login(), People.PASSWORD, null)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void a_known_device_guesses_five_times_too(Tongban tongban) {
        var writer = People.writer(tongban);
        for (var i = 0; i < LIMIT; i++) {
            assertThat(signIn(tongban, writer, writer.login(), WRONG, device(writer))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(signIn(tongban, writer, writer.login(), People.PASSWORD, device(writer))
                        .status())
                .isEqualTo(429);
        assertThat(signIn(tongban, writer, writer.login(), People.PASSWORD, null)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_device_is_known_to_the_account_that_signed_in_from_it_and_to_no_other(Tongban tongban) {
        var writer = People.writer(tongban);
        var other = People.writer(tongban);
        for (var i = 0; i < LIMIT; i++) {
            signIn(tongban, writer, writer.login(), WRONG, device(other));
        }
        assertThat(signIn(tongban, writer, writer.login(), People.PASSWORD, device(other))
                        .status())
                .isEqualTo(429);
    }

    @Test
    @Tag("CO-24b")
    void a_device_that_was_known_is_a_stranger_once_the_password_is_changed(Tongban tongban) {
        var writer = People.writer(tongban);
        var changed = writer.api()
                .post(
                        "/api/platform/v1/me/password",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("currentPassword", People.PASSWORD)
                                .put("newPassword", WRONG + "-more"));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        for (var i = 0; i < LIMIT; i++) {
            assertThat(signIn(tongban, writer, writer.login(), WRONG, null).status())
                    .isEqualTo(401);
        }
        assertThat(signIn(tongban, writer, writer.login(), WRONG + "-more", device(writer))
                        .code())
                .isEqualTo("sign-in-refused");
    }

    @Test
    @Tag("RL-10")
    void an_account_whose_guesses_are_used_up_answers_under_its_other_names_as_nobody_would(Tongban tongban) {
        var phone = People.phone();
        var person = People.reachable(tongban, phone);
        for (var i = 0; i < LIMIT; i++) {
            signIn(tongban, person, person.login(), WRONG, null);
        }
        for (var name : List.of(phone, People.phone())) {
            for (var i = 0; i < LIMIT; i++) {
                assertThat(signIn(tongban, person, name, People.PASSWORD, null).code())
                        .isEqualTo("sign-in-failed");
            }
            assertThat(signIn(tongban, person, name, People.PASSWORD, null).code())
                    .isEqualTo("sign-in-refused");
        }
    }

    @Test
    void twenty_failures_lock_an_address_and_leave_others_open(Tongban tongban) {
        var attempts = withTwentyAnAddress(tongban);
        var guesser = new Visitor("2001:db8:1:2::" + Integer.toHexString(LIMIT), "curl");
        for (var i = 0; i < 20; i++) {
            var admitted = attempts.admit(TrialModule.REALM, "nobody-" + UUID.randomUUID(), null, guesser);
            tongban.context().getBean(Transactions.class).write(() -> {
                attempts.settle(admitted.attempt(), Outcome.FAILED);
                return admitted;
            });
        }
        var writer = People.writer(tongban);
        var neighbour = new Visitor("2001:db8:1:2:ffff::1", null);
        assertThatThrownBy(() -> attempts.admit(writer.realm(), writer.login(), null, neighbour))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo(AccountError.SIGN_IN_REFUSED));
        assertThat(attempts.admit(writer.realm(), writer.login(), device(writer), neighbour)
                        .credential())
                .isPresent();
        assertThat(attempts.admit(writer.realm(), writer.login(), null, new Visitor("2001:db8:1:3::1", null))
                        .credential())
                .isPresent();
    }

    private static Attempts withTwentyAnAddress(Tongban tongban) {
        var context = tongban.context();
        return new Attempts(
                context.getBean(AttemptRepository.class),
                context.getBean(Credentials.class),
                context.getBean(KnownDevices.class),
                context.getBean(Visitors.class),
                context.getBean(Transactions.class),
                context.getBean(MasterKey.class),
                new SignInSettings(20),
                context.getBean(DatabaseClock.class));
    }
}
