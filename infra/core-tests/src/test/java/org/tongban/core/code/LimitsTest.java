package org.tongban.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.code.Codes.Verdict;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.message.Outbox;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.internal.ClientAddress;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** How many codes go out: for an address, in all, and for a login that may be nobody's (CO-25, RL-9, RL-10). */
@TongbanTest
@Tag("RL-9")
class LimitsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static <T> T bean(Class<T> type) {
        return Tongban.running().context().getBean(type);
    }

    private static CodeSettings settings(int perAddress, int perDay) {
        return new CodeSettings(Duration.ofMinutes(5), 5, Duration.ofMinutes(15), MINUTE, 10, perAddress, perDay);
    }

    private static Codes codes(CodeSettings settings) {
        return new Codes(
                bean(CodeRepository.class),
                bean(CodePurposes.class),
                settings,
                bean(Outbox.class),
                bean(ClientAddress.class),
                bean(MasterKey.class),
                bean(Transactions.class),
                bean(SystemClock.class));
    }

    private static Target.Phone phone() {
        return new Target.Phone("+86" + CodesTest.phone());
    }

    /** How long one has to wait; empty where a code went out. */
    private static Optional<Duration> wait(Codes codes, String address, Target to) {
        return refused(
                () -> Requests.from(address, () -> codes.send(CodePurposes.REGISTER, TrialModule.REALM, to, null)));
    }

    private static Optional<Duration> waitForLogin(Codes codes, String login, @Nullable Target to) {
        return refused(() -> Requests.from(
                "192.0.2.9", () -> codes.sendToLogin(CodePurposes.RESET_PASSWORD, TrialModule.REALM, login, to, true)));
    }

    private static Optional<Duration> refused(Runnable sending) {
        try {
            sending.run();
            return Optional.empty();
        } catch (DomainException refusal) {
            assertThat(refusal.code()).isEqualTo(CodeError.CODE_LIMIT);
            return Optional.ofNullable(refusal.endsAfter());
        }
    }

    private static long messages(Target to) {
        long found = 0;
        for (var message : Tongban.running().outbox()) {
            found += to.text().endsWith(":" + message.path("to").asText()) ? 1 : 0;
        }
        return found;
    }

    @Test
    @Tag("CO-25")
    void an_address_has_thirty_codes_sent_an_hour(Tongban tongban) {
        var codes = codes(settings(30, 20_000));
        for (int i = 0; i < 30; i++) {
            assertThat(wait(codes, "192.0.2.1", phone())).isEmpty();
        }
        tongban.letCodesAge(Duration.ofMinutes(20));
        assertThat(wait(codes, "192.0.2.1", phone()).orElseThrow())
                .isBetween(Duration.ofMinutes(38), Duration.ofMinutes(40));
        assertThat(wait(codes, "192.0.2.2", phone())).isEmpty();
        tongban.letCodesAge(Duration.ofMinutes(41));
        assertThat(wait(codes, "192.0.2.1", phone())).isEmpty();
    }

    @Test
    void a_network_of_version_six_counts_as_one_address() {
        var codes = codes(settings(2, 20_000));
        assertThat(wait(codes, "2001:db8:1:2::1", phone())).isEmpty();
        assertThat(wait(codes, "2001:db8:1:2:3::1", phone())).isEmpty();
        assertThat(wait(codes, "2001:db8:1:2:ffff:ffff:ffff:ffff", phone())).isPresent();
        assertThat(wait(codes, "2001:db8:1:3::1", phone())).isEmpty();
    }

    @Test
    void forty_requests_at_once_from_an_address_send_no_more_than_its_share() throws Exception {
        var codes = codes(settings(7, 20_000));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waits = new ArrayList<Future<Optional<Duration>>>();
            for (int i = 0; i < 40; i++) {
                var phone = phone();
                waits.add(threads.submit(() -> wait(codes, "192.0.2.3", phone)));
            }
            int sent = 0;
            for (var wait : waits) {
                sent += wait.get().isEmpty() ? 1 : 0;
            }
            assertThat(sent).isEqualTo(7);
        }
    }

    @Test
    void no_more_are_sent_on_a_day_than_in_all_may_be(Tongban tongban) throws Exception {
        var now = bean(SystemClock.class).now();
        var day = LocalDate.ofInstant(now, BusinessClock.ZONE);
        wait(codes(settings(1000, 20_000)), "192.0.2.4", phone());
        var before = (int) Rows.count(tongban, "select sent from core.code_day where day = ?", day);
        var codes = codes(settings(1000, before + 5));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waits = new ArrayList<Future<Optional<Duration>>>();
            for (int i = 0; i < 20; i++) {
                var phone = phone();
                waits.add(threads.submit(() -> wait(codes, "192.0.2.4", phone)));
            }
            int sent = 0;
            for (var wait : waits) {
                sent += wait.get().isEmpty() ? 1 : 0;
            }
            assertThat(sent).isEqualTo(5);
        }
        var midnight = Duration.between(now, day.plusDays(1).atStartOfDay(BusinessClock.ZONE));
        assertThat(wait(codes, "192.0.2.4", phone()).orElseThrow()).isBetween(midnight.minus(MINUTE), midnight);
    }

    @Test
    @Tag("RL-10")
    void a_login_that_is_nobodys_has_the_limits_of_one_that_is_somebodys(Tongban tongban) {
        var codes = codes(settings(1000, 20_000));
        var known = UUID.randomUUID().toString();
        var unknown = UUID.randomUUID().toString();
        var phone = phone();
        assertThat(waitForLogin(codes, known, phone)).isEmpty();
        assertThat(waitForLogin(codes, unknown, null)).isEmpty();
        assertThat(waitForLogin(codes, known, phone).orElseThrow()).isBetween(Duration.ZERO, MINUTE);
        assertThat(waitForLogin(codes, unknown, null).orElseThrow()).isBetween(Duration.ZERO, MINUTE);
        tongban.letCodesAge(MINUTE.plusSeconds(1));
        assertThat(waitForLogin(codes, known, phone)).isEmpty();
        assertThat(waitForLogin(codes, unknown, null)).isEmpty();
        assertThat(messages(phone)).isEqualTo(2);
    }

    @Test
    @Tag("RL-10")
    void a_phone_that_has_had_its_share_is_passed_over_in_silence() {
        var codes = codes(settings(1000, 20_000));
        var phone = phone();
        assertThat(wait(codes, "192.0.2.5", phone)).isEmpty();
        assertThat(waitForLogin(codes, UUID.randomUUID().toString(), phone)).isEmpty();
        assertThat(messages(phone)).isEqualTo(1);
    }

    @Test
    @Tag("RL-10")
    void a_code_to_nobody_looks_like_any_other_and_no_guess_is_right(Tongban tongban) {
        var codes = codes(settings(1000, 20_000));
        var sent = Requests.from(
                "192.0.2.6",
                () -> codes.sendToLogin(
                        CodePurposes.RESET_PASSWORD,
                        TrialModule.REALM,
                        UUID.randomUUID().toString(),
                        null,
                        true));
        assertThat(sent.lifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(tongban.outbox().get(0).path("state").asText())
                .as("a message was made, and goes nowhere")
                .isEqualTo("dropped");
        assertThat(tongban.outbox().get(0).path("to").asText()).isEmpty();
        for (int left = 4; left >= 0; left--) {
            assertThat(codes.verify(sent.id(), "%06d".formatted(left), null)).isEqualTo(new Verdict.Wrong(left));
        }
        assertThat(codes.verify(sent.id(), "000000", null)).isEqualTo(new Verdict.Over());
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.code where id = ? and target = '' and state = 'open'",
                        sent.id()))
                .isEqualTo(1);
    }

    @Test
    @Tag("CO-25")
    void what_no_limit_counts_any_more_is_swept(Tongban tongban) {
        var codes = codes(settings(1000, 20_000));
        var gone = phone();
        assertThat(wait(codes, "192.0.2.7", gone)).isEmpty();
        tongban.letCodesAge(Duration.ofHours(2));
        var kept = phone();
        assertThat(wait(codes, "192.0.2.8", kept)).isEmpty();
        tongban.letCodesAge(Duration.ofHours(23));
        bean(PurgeCodes.class).run();
        var index = bean(MasterKey.class);
        var there = "select count(*) from core.code where target_index = ?";
        assertThat(Rows.count(tongban, there, (Object) index.blindIndex(gone.text(), "core.code.target_index")))
                .isZero();
        assertThat(Rows.count(tongban, there, (Object) index.blindIndex(kept.text(), "core.code.target_index")))
                .isEqualTo(1);
    }

    @Test
    @Tag("RL-8")
    void strangers_who_know_a_login_leave_codes_to_who_holds_the_phone(Tongban tongban) {
        var codes = codes(settings(1000, 20_000));
        var phone = phone();
        var login = UUID.randomUUID().toString();
        for (int i = 0; i < 9; i++) {
            assertThat(waitForLogin(codes, login, phone)).isEmpty();
            tongban.letCodesAge(MINUTE.plusSeconds(1));
        }
        assertThat(messages(phone)).isEqualTo(6);
        for (int i = 0; i < 4; i++) {
            assertThat(wait(codes, "192.0.2.10", phone)).isEmpty();
            tongban.letCodesAge(MINUTE.plusSeconds(1));
        }
        assertThat(messages(phone)).isEqualTo(10);
        assertThat(wait(codes, "192.0.2.10", phone)).as("named five times").isEmpty();
        assertThat(messages(phone)).as("and never more than ten a day").isEqualTo(10);
    }

    @Test
    @Tag("RL-8")
    void without_a_captcha_a_login_has_two_codes_a_day(Tongban tongban) {
        var codes = codes(settings(1000, 20_000));
        var phone = phone();
        var login = UUID.randomUUID().toString();
        for (int i = 0; i < 4; i++) {
            Requests.from(
                    "192.0.2.11",
                    () -> codes.sendToLogin(CodePurposes.SIGN_IN, TrialModule.REALM, login, phone, false));
            tongban.letCodesAge(MINUTE.plusSeconds(1));
        }
        assertThat(messages(phone)).isEqualTo(2);
        assertThat(waitForLogin(codes, login, phone)).isEmpty();
        assertThat(messages(phone)).as("with a captcha there are more").isEqualTo(3);
    }

    @Test
    @Tag("RL-10")
    void what_a_phone_was_sent_as_somebodys_is_not_told_to_who_names_it(Tongban tongban) {
        var codes = codes(settings(1000, 20_000));
        var phone = phone();
        assertThat(waitForLogin(codes, UUID.randomUUID().toString(), phone)).isEmpty();
        assertThat(wait(codes, "192.0.2.12", phone)).as("the same minute").isEmpty();
        assertThat(messages(phone)).as("one a minute").isEqualTo(1);
    }

    @Test
    @Tag("RL-9")
    void what_goes_nowhere_costs_nothing_of_the_day(Tongban tongban) {
        var day = LocalDate.ofInstant(bean(SystemClock.class).now(), BusinessClock.ZONE);
        var codes = codes(settings(1000, 20_000));
        wait(codes, "192.0.2.13", phone());
        var before = Rows.count(tongban, "select sent from core.code_day where day = ?", day);
        for (int i = 0; i < 5; i++) {
            assertThat(waitForLogin(codes, UUID.randomUUID().toString(), null)).isEmpty();
        }
        assertThat(Rows.count(tongban, "select sent from core.code_day where day = ?", day))
                .isEqualTo(before);
        var full = codes(settings(1000, (int) before));
        assertThat(waitForLogin(full, UUID.randomUUID().toString(), null))
                .as("with the day's share gone nobody and somebody get the same answer")
                .isPresent();
    }
}
