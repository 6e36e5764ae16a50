package org.tongban.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.env.Environment;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.token.ChangeFeed;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Which clock runs after what, and which of them can be moved (RL-15). */
@TongbanTest
class ClocksTest {
    private static final String PATH = "/api/platform/v1/dev/clock";
    private static final String ME = "/api/platform/v1/me";
    private static final String RUNS = "select count(*) from trial.turn where job is null";
    private static final String SELDOM =
            "select last_success from core.scheduled_task where task_name = 'platform.rotate-keys'";

    private static <T> T bean(Class<T> type) {
        return Tongban.running().context().getBean(type);
    }

    private static DatabaseClock node(TimeSource time) {
        return new DatabaseClock(time, bean(DatabaseTime.class), bean(Transactions.class));
    }

    private static MovableClock anotherNode() {
        var clock = new MovableClock(
                bean(DatabaseClock.class),
                bean(DatabaseTime.class),
                bean(Transactions.class),
                bean(ChangeFeed.class),
                bean(Environment.class));
        clock.start();
        return clock;
    }

    private static Answer move(Api api, String moment) {
        return api.put(PATH, Api.json("{'businessTime': '%s'}".formatted(moment)));
    }

    @AfterEach
    void set_the_machine_right() {
        bean(JumpingTime.class).jump(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {48, -48})
    @Tag("RL-15")
    void a_wall_clock_that_jumps_changes_no_moment_of_business_nor_of_tokens(long hours) {
        var business = bean(BusinessClock.class);
        var before = business.now();
        bean(JumpingTime.class).jump(Duration.ofHours(hours));
        assertThat(business.now()).isCloseTo(before, within(1, ChronoUnit.MINUTES));
        bean(DatabaseClock.class).measure();
        assertThat(business.now()).isCloseTo(before, within(1, ChronoUnit.MINUTES));
        assertThat(bean(SystemClock.class).now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @ValueSource(longs = {48, -48})
    @Tag("RL-15")
    @Tag("CO-26")
    void a_wall_clock_that_jumps_ends_no_token_and_makes_none_that_outlives_its_time(long hours) throws Exception {
        var tongban = Tongban.running();
        var before = People.writer(tongban);
        bean(JumpingTime.class).jump(Duration.ofHours(hours));
        bean(DatabaseClock.class).measure();
        assertThat(before.api().get(ME).status()).isEqualTo(200);
        var during = People.writer(tongban);
        assertThat(during.api().get(ME).status()).isEqualTo(200);
        var expires = SignedJWT.parse(during.token()).getJWTClaimsSet().getExpirationTime();
        assertThat(expires.toInstant())
                .isCloseTo(Instant.now().plus(Duration.ofMinutes(15)), within(1, ChronoUnit.MINUTES));
        bean(JumpingTime.class).jump(Duration.ZERO);
        bean(DatabaseClock.class).measure();
        assertThat(during.api().get(ME).status()).isEqualTo(200);
        assertThat(before.api().get(ME).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {48, -48})
    @Tag("RL-15")
    @Tag("CO-48")
    void a_wall_clock_that_jumps_neither_runs_a_task_again_nor_stops_it(long hours) {
        var tongban = Tongban.running();
        await().until(() -> Rows.of(tongban, SELDOM).getFirst().get("last_success") != null);
        var ran = Rows.of(tongban, SELDOM);
        bean(JumpingTime.class).jump(Duration.ofHours(hours));
        var before = Rows.count(tongban, RUNS);
        await().until(() -> Rows.count(tongban, RUNS) >= before + 2);
        assertThat(Rows.of(tongban, SELDOM)).isEqualTo(ran);
    }

    @ParameterizedTest
    @ValueSource(longs = {48, -48})
    @Tag("RL-15")
    @Tag("CO-48")
    void a_wall_clock_that_jumps_makes_no_daily_task_run_for_another_date(long hours) {
        var tongban = Tongban.running();
        var through =
                "select cast(max(done_through) as text) as day from core.daily_task where task = 'trial.close-day'";
        var today = bean(BusinessClock.class).today().toString();
        await().until(() ->
                Rows.of(tongban, through).getFirst().get("day") instanceof String day && day.compareTo(today) >= 0);
        var done = Rows.of(tongban, "select day from trial.closed_day order by place");
        bean(JumpingTime.class).jump(Duration.ofHours(hours));
        bean(DatabaseClock.class).measure();
        var looks = "select version from core.scheduled_task where task_name = 'trial.close-day'";
        var before = Rows.count(tongban, looks);
        await().until(() -> Rows.count(tongban, looks) > before + 3);
        assertThat(Rows.of(tongban, "select day from trial.closed_day order by place"))
                .isEqualTo(done);
    }

    @Test
    @Tag("RL-15")
    void nodes_whose_machines_disagree_have_one_time() {
        var ahead = new JumpingTime();
        ahead.jump(Duration.ofHours(48));
        var behind = new JumpingTime();
        behind.jump(Duration.ofHours(-48));
        var first = node(ahead);
        var second = node(behind);
        assertThat(first.now()).isAfter(second.now().plus(Duration.ofHours(95)));
        first.measure();
        second.measure();
        assertThat(first.now()).isCloseTo(second.now(), within(10, ChronoUnit.SECONDS));
    }

    /** A machine that is slow as long as a test wants: each look at its ticks takes a step. */
    private static final class SlowTime implements TimeSource {
        private final AtomicLong late = new AtomicLong();
        private volatile Duration step = Duration.ZERO;

        @Override
        public Instant wall() {
            return Instant.now();
        }

        @Override
        public long ticks() {
            return System.nanoTime() + late.addAndGet(step.toNanos());
        }
    }

    @Test
    @Tag("RL-15")
    void an_answer_that_was_long_under_way_is_not_taken_once_there_is_another() {
        var time = new SlowTime();
        var clock = node(time);
        clock.measure();
        var before = clock.now();
        time.step = Duration.ofHours(1);
        clock.measure();
        time.step = Duration.ZERO;
        assertThat(clock.now())
                .as("two looks at the ticks were an hour late each, and nothing else changed")
                .isCloseTo(before.plus(Duration.ofHours(2)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void an_operator_moves_business_time_on_every_node_and_takes_it_back(Tongban tongban) {
        var admin = tongban.as("admin");
        var other = anotherNode();
        try {
            var moved = move(admin, "2026-12-01T09:00:00+08:00");
            assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
            var there = OffsetDateTime.parse("2026-12-01T09:00:00+08:00").toInstant();
            assertThat(bean(BusinessClock.class).now()).isCloseTo(there, within(1, ChronoUnit.MINUTES));
            assertThat(tongban.anonymous().get(PATH).json().path("businessTime").asText())
                    .startsWith("2026-12-01T09:0")
                    .endsWith("+08:00");
            await().until(() -> Duration.between(there, other.now()).abs().toMinutes() < 1);
            assertThat(anotherNode().now()).isCloseTo(there, within(1, ChronoUnit.MINUTES));
        } finally {
            assertThat(admin.delete(PATH).status()).isEqualTo(200);
        }
        assertThat(bean(MovableClock.class).offset()).isZero();
        await().until(() -> other.offset().isZero());
    }

    @Test
    @Tag("CO-55")
    void moving_business_time_leaves_a_record(Tongban tongban) {
        assertThat(move(tongban.as("admin"), "2027-03-04T09:00:00+08:00").status())
                .isEqualTo(200);
        assertThat(Rows.of(
                        tongban,
                        "select digest ->> 'businessTime' as time from core.audit_record"
                                + " where action = 'platform.clock.move' order by id desc limit 1"))
                .containsExactly(Map.of("time", "2027-03-04T09:00+08:00"));
    }

    @Test
    void only_an_operator_moves_business_time(Tongban tongban) {
        assertThat(move(tongban.anonymous(), "2026-12-01T09:00:00+08:00").status())
                .isEqualTo(401);
        assertThat(move(tongban.as("reviewer"), "2026-12-01T09:00:00+08:00").status())
                .isEqualTo(403);
        assertThat(move(tongban.as("admin"), "tomorrow").status()).isEqualTo(400);
        assertThat(tongban.as("admin").put(PATH, Api.json("{}")).status()).isEqualTo(400);
        assertThat(tongban.as("admin").put(PATH, Api.json("null")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2201-01-01T00:00:00+08:00", "9999-12-31T23:59:59Z"})
    @Tag("CO-10")
    void a_business_time_before_1970_or_after_2200_is_refused_and_moves_nothing(String moment) {
        var before = bean(MovableClock.class).offset();
        var refused = move(Tongban.running().as("admin"), moment);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid-input");
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/businessTime");
        assertThat(bean(MovableClock.class).offset()).isEqualTo(before);
    }
}
