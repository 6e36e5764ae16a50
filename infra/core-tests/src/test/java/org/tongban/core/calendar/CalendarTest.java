package org.tongban.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.calendar.WorkingDays.Kind;
import org.tongban.core.event.Events;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.token.ChangeFeed;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Rows;

/** The calendar over HTTP: read by all, loaded by administrators, the same on every node (CO-71). */
@TongbanTest
@Tag("CO-71")
class CalendarTest {
    private static final String CALENDAR = "/api/platform/v1/calendar/";
    private static final String IMPORTS = CALENDAR + "imports";
    private static final String RECORDS = "select count(*) from core.audit_record where action = ? and subject_id = ?";

    private final Tongban tongban;
    private final Api admin;

    CalendarTest(Tongban tongban) {
        this.tongban = tongban;
        admin = tongban.as("admin");
    }

    private static <T> T bean(Class<T> type) {
        return Tongban.running().context().getBean(type);
    }

    /** A file of that year, with more days beside the three that every notice has. */
    private static JsonNode file(int year, String... more) {
        var days = Stream.concat(
                        Stream.of("-01-01 true", "-05-01 true", "-10-01 true").map(day -> year + day), Stream.of(more))
                .map(day -> day.split(" "))
                .map(day -> "{'name': '示例', 'date': '%s', 'isOffDay': %s}".formatted(day[0], day[1]))
                .toList();
        return Api.json("{'$schema': 'https://example.org/s.json', '$id': 'https://example.org/y.json', 'year': %d,"
                        .formatted(year)
                + " 'papers': [], 'days': [" + String.join(",", days) + "]}");
    }

    private static JsonNode change(int year, String... more) {
        var days = Stream.concat(
                        Stream.of("-01-01 true", "-05-01 true", "-10-01 true").map(day -> year + day), Stream.of(more))
                .map(day -> day.split(" "))
                .map(day -> "{'name': '示例', 'date': '%s', 'free': %s}".formatted(day[0], day[1]))
                .toList();
        return Api.json("{'days': [" + String.join(",", days) + "]}");
    }

    private List<String> days(int year) {
        return tongban.anonymous()
                .get(CALENDAR + year)
                .json()
                .path("days")
                .valueStream()
                .map(day -> day.path("date").asText() + " " + day.path("free").asText())
                .toList();
    }

    private static Kind kind(String date) {
        return bean(WorkingDays.class).kind(LocalDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource({"2022, 32, 7", "2023, 26, 7", "2024, 28, 8", "2025, 28, 5", "2026, 33, 6"})
    void everybody_reads_the_years_that_come_with_the_platform(int year, int free, int worked) {
        var answer = tongban.anonymous().get(CALENDAR + year);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("shipped").asBoolean()).isTrue();
        assertThat(days(year)).filteredOn(day -> day.endsWith("true")).hasSize(free);
        assertThat(days(year)).filteredOn(day -> day.endsWith("false")).hasSize(worked);
    }

    @Test
    void a_year_is_not_sent_again_while_it_is_the_same() {
        var first = tongban.anonymous().get(CALENDAR + "2025");
        var again = tongban.anonymous().with("If-None-Match", first.etag()).get(CALENDAR + "2025");
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void a_year_without_a_notice_is_not_guessed() {
        var answer = tongban.anonymous().get(CALENDAR + "2190");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("calendar-year-not-loaded");
        assertThat(kind("2190-06-01")).isEqualTo(Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "abc", "2026.0", "%00"})
    @Tag("RL-4")
    void what_is_no_year_is_refused(String year) {
        assertThat(tongban.anonymous().get(CALENDAR + year).status()).isEqualTo(400);
        assertThat(admin.put(CALENDAR + year, change(2100)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {1999, 2200, -1, 0, 999_999_999, Integer.MAX_VALUE, Integer.MIN_VALUE})
    @Tag("RL-4")
    void a_year_of_no_use_is_refused(int year) {
        assertThat(tongban.anonymous().get(CALENDAR + year).status()).isEqualTo(404);
        var refused = admin.put(CALENDAR + year, change(2100));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).contains("/year out-of-range");
    }

    @Test
    void a_file_loads_a_year_and_the_december_before() {
        assertThat(admin.post(IMPORTS, file(2102)).status()).isEqualTo(200);
        var answer = admin.post(IMPORTS, file(2103, "2102-12-30 false", "2103-01-02 true"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("shipped").asBoolean()).isFalse();
        assertThat(days(2103))
                .containsExactly("2103-01-01 true", "2103-01-02 true", "2103-05-01 true", "2103-10-01 true");
        assertThat(days(2102)).endsWith("2102-12-30 false");
        assertThat(kind("2102-12-30")).isEqualTo(Kind.WORKING);
        assertThat(kind("2103-01-02")).isEqualTo(Kind.FREE);
        assertThat(kind("2103-01-03")).isEqualTo(Kind.WORKING);
        assertThat(Rows.of(tongban, "select digest from core.audit_record where subject_id = ?", new UUID(0, 2103)))
                .hasSize(1);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        var first = admin.post(IMPORTS, file(2105));
        var again = admin.post(IMPORTS, file(2105));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(Rows.count(tongban, "select version from core.holiday_notice where year = 2105"))
                .isEqualTo(1);
        assertThat(admin.post(IMPORTS, file(2105, "2105-06-06 false")).status()).isEqualTo(200);
        assertThat(Rows.count(tongban, "select version from core.holiday_notice where year = 2105"))
                .isEqualTo(2);
    }

    @Test
    void a_wrong_file_is_refused_with_every_reason_and_changes_nothing() {
        assertThat(admin.post(IMPORTS, file(2107)).status()).isEqualTo(200);
        var before = tongban.anonymous().get(CALENDAR + "2107").json();

        var refused = admin.post(IMPORTS, Api.json("""
            {'year': 2107, 'days': [
                {'name': '元旦', 'date': '2107-01-01', 'isOffDay': true},
                {'name': '元旦', 'date': '2107-01-01', 'isOffDay': true},
                {'name': '元旦', 'date': '2106-11-30', 'isOffDay': true},
                {'name': '元旦', 'date': '2108-01-01', 'isOffDay': true},
                {'name': '春节', 'date': '2107-02-30', 'isOffDay': true},
                {'name': '春节', 'date': '2107-02-07', 'isOffDay': false}
            ]}\
            """));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("holiday-notice-refused");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "/days/1/date duplicate",
                        "/days/2/date other-year",
                        "/days/3/date other-year",
                        "/days/4/date date",
                        "/days/5 not-a-weekend",
                        "/days public-holiday-missing",
                        "/days public-holiday-missing");
        assertThat(tongban.anonymous().get(CALENDAR + "2107").json()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{'year': 2109, 'days': []}",
                "{'year': 2109}",
                "{'year': '2109', 'days': [{'name': 'x', 'date': '2109-01-01', 'isOffDay': true}]}",
                "{'year': 2109.5, 'days': [{'name': 'x', 'date': '2109-01-01', 'isOffDay': true}]}",
                "{'year': 12109, 'days': [{'name': 'x', 'date': '2109-01-01', 'isOffDay': true}]}",
                "{'year': 2109, 'days': [{'name': '', 'date': '2109-01-01', 'isOffDay': true}]}",
                "{'year': 2109, 'days': [{'name': 'x', 'date': '1.1.2109', 'isOffDay': true}]}",
                "{'year': 2109, 'days': [{'name': 'x', 'date': '2109-01-01', 'isOffDay': 'yes'}]}",
                "{'year': 2109, 'days': [{'name': 'x', 'date': '2109-01-01'}]}",
                "{'year': 2109, 'days': [{'name': '\\u0000', 'date': '2109-01-01', 'isOffDay': true}]}",
                "{'year': 2109, 'days': [null]}",
                "{'year': 2109, 'holidays': {'2109-01-01': 'x'}}"
            })
    @Tag("RL-4")
    void what_is_no_such_file_is_refused(String body) {
        assertThat(admin.json("POST", IMPORTS, body.replace('\'', '"')).status())
                .isEqualTo(400);
        assertThat(tongban.anonymous().get(CALENDAR + "2109").status()).isEqualTo(404);
    }

    @Test
    void an_administrator_changes_a_year_from_january_to_december() {
        assertThat(admin.post(IMPORTS, file(2111, "2110-12-30 true")).status()).isEqualTo(200);
        assertThat(admin.post(IMPORTS, file(2112, "2111-12-27 false")).status()).isEqualTo(200);

        var answer = admin.put(CALENDAR + "2111", change(2111, "2111-06-07 false"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(days(2111))
                .containsExactly("2111-01-01 true", "2111-05-01 true", "2111-06-07 false", "2111-10-01 true");
        assertThat(days(2112)).hasSize(3);
        assertThat(admin.post(IMPORTS, file(2110)).status()).isEqualTo(200);
        assertThat(kind("2110-12-30")).isEqualTo(Kind.FREE);
        var outside = admin.put(CALENDAR + "2111", change(2111, "2110-12-30 true"));
        assertThat(outside.status()).isEqualTo(422);
        assertThat(outside.violations()).containsExactly("/days/3/date other-year");
        assertThat(Rows.count(tongban, RECORDS, "platform.calendar.change", new UUID(0, 2111)))
                .isEqualTo(1);
    }

    @Test
    @Tag("CO-28")
    void only_administrators_load_years() {
        for (var api : List.of(tongban.as("reviewer"), tongban.anonymous())) {
            assertThat(api.post(IMPORTS, file(2114)).status()).isIn(401, 403);
            assertThat(api.put(CALENDAR + "2114", change(2114)).status()).isIn(401, 403);
        }
        assertThat(tongban.anonymous().get(CALENDAR + "2114").status()).isEqualTo(404);
    }

    @Test
    void another_node_knows_a_change_soon() {
        var other = new Notices(
                bean(NoticeRepository.class),
                bean(Transactions.class),
                bean(ChangeFeed.class),
                bean(Events.class),
                bean(DatabaseClock.class),
                bean(JsonMapper.class));
        other.start();
        assertThat(other.byYear()).doesNotContainKey(2116);
        admin.post(IMPORTS, file(2116));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(other.byYear()).containsKey(2116));
    }

    @Test
    void warns_from_november_while_the_next_year_is_missing() {
        var health = bean(CalendarHealth.class);
        tongban.clock().moveTo(Instant.parse("2026-10-31T15:59:00Z"));
        assertThat(health.missing()).isEmpty();
        assertThat(metric()).isEqualTo("0.0");

        tongban.clock().moveTo(Instant.parse("2026-10-31T16:00:00Z"));

        assertThat(health.missing()).containsExactly(2027);
        assertThat(metric()).isEqualTo("1.0");
        var result = health.result();
        assertThat(result.getStatus().getName()).isEqualTo("UP");
        assertThat(result.getDetails()).isEqualTo(Map.of("missing", List.of(2027), "warning", true));
        tongban.clock().moveTo(Instant.parse("2025-12-31T15:59:50Z"));
        assertThat(health.missing()).isEmpty();
        tongban.clock().moveTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(health.missing()).containsExactly(2027);
    }

    private String metric() {
        return tongban.anonymous()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("tongban_calendar_missing_years "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("CO-12")
    void a_change_of_a_year_that_somebody_else_changed_meanwhile_is_refused() {
        assertThat(admin.post(IMPORTS, file(2121)).status()).isEqualTo(200);
        var read = admin.get(CALENDAR + "2121").etag();
        var first = admin.with("If-Match", read).put(CALENDAR + "2121", change(2121, "2121-06-07 false"));
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        var second = admin.with("If-Match", read).put(CALENDAR + "2121", change(2121));
        assertThat(second.status()).isEqualTo(412);
        assertThat(days(2121)).contains("2121-06-07 false");
    }

    @Test
    void whoever_counts_working_days_is_told_that_a_year_is_known() {
        var told = "select count(*) from core.event where aggregate = ? and type = 'platform.holidays-changed'";
        var year = new UUID(0, 2123);
        assertThat(admin.post(IMPORTS, file(2123)).status()).isEqualTo(200);
        assertThat(Rows.count(tongban, told, year)).isEqualTo(1);
        assertThat(admin.post(IMPORTS, file(2123)).status()).isEqualTo(200);
        assertThat(Rows.count(tongban, told, year)).isEqualTo(1);
    }
}
