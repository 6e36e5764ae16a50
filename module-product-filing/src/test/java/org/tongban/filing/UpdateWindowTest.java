package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** When updates are taken, and by whose word (PF-40, PF-81). */
@TongbanTest
@Tag("PF-40")
@Tag("PF-81")
class UpdateWindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 32;

    private final Tongban tongban;
    private final UpdateSteps by;

    UpdateWindowTest(Tongban tongban) {
        this.tongban = tongban;
        this.by = new UpdateSteps(tongban);
    }

    @Test
    void outside_the_window_nothing_is_taken_and_what_is_missed_is_opened_by_staff_alone() {
        var product = by.older("更新巡检仪丙型");
        var update = by.due(product);
        UpdateSteps.right(by.save(update, by.unchanged()), 200);
        tongban.clock().moveTo(Instant.parse("2026-11-30T15:59:00Z"));
        assertThat(by.steps
                        .unit
                        .get(UpdateSteps.path(update))
                        .json()
                        .path("taken")
                        .asBoolean())
                .isTrue();
        by.run("2026-11-30T16:00:00Z");

        var closed = by.submit(update);
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.code()).isEqualTo("update-window-closed");
        assertThat(closed.json().path("opensOn").asText()).isEqualTo("2027-01-01");
        assertThat(closed.json().path("closesOn").asText()).isEqualTo("2027-03-31");
        assertThat(by.save(update, by.unchanged()).code()).isEqualTo("update-window-closed");
        await().atMost(PATIENCE).until(() -> by.state(update).equals("missed"));
        assertThat(by.told()).contains("您的产品“更新巡检仪丙型”未按期更新，不参与2026年度认定。");
        assertThat(by.steps
                        .unit
                        .get(OWN + "/products/" + product)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("filed");

        var reopening = UpdateSteps.path(update) + "/reopening";
        var until = Api.json("{'reason': '系统故障', 'until': '2026-12-15'}");
        assertThat(by.steps.unit.post(reopening, until).status()).isEqualTo(403);
        assertThat(tongban.as("reviewer").post(reopening, until).status()).isEqualTo(403);
        var manager = tongban.as("filing-manager");
        assertThat(manager.post(reopening, Api.json("{'until': '2026-12-15'}")).violations())
                .containsExactly("/reason required");
        assertThat(manager.post(reopening, Api.json("{'reason': '故障', 'until': '2026-11-01'}"))
                        .violations())
                .containsExactly("/until past");
        assertThat(manager.get(UpdateSteps.ROUND + "/updates?state=missed&limit=100")
                        .text())
                .contains(update);

        UpdateSteps.right(manager.post(reopening, until), 200);

        assertThat(by.told()).contains("产品备案信息更新已开放，请于2026年12月15日24时前完成1个产品的更新。");
        assertThat(manager.post(reopening, until).code()).isEqualTo("illegal-move");
        by.run("2026-12-15T02:00:00Z");
        assertThat(by.state(update)).isEqualTo("due");
        UpdateSteps.right(by.submit(update), 200);
    }

    @Test
    @Tag("CO-39")
    void what_is_missed_leaves_the_overview_and_is_there_again_once_staff_open_it() {
        var update = by.due(by.older("更新巡检仪总览型"));
        assertThat(overview()).contains(UpdateSteps.path(update));
        by.run("2026-12-01T02:00:00Z");
        await().atMost(PATIENCE).until(() -> by.state(update).equals("missed"));

        assertThat(overview()).doesNotContain(UpdateSteps.path(update));

        UpdateSteps.right(
                tongban.as("filing-manager")
                        .post(
                                UpdateSteps.path(update) + "/reopening",
                                Api.json("{'reason': '系统故障', 'until': '2026-12-15'}")),
                200);
        assertThat(overview()).contains(UpdateSteps.path(update));
    }

    private List<String> overview() {
        return by.steps.unit.get(PLATFORM + "/me/overview?limit=100").json().findValuesAsText("link");
    }

    @Test
    void what_is_returned_may_be_handed_in_for_ten_working_days_though_the_window_closes() {
        var product = by.older("更新巡检仪丁型");
        var update = by.due(product);
        by.submitted(update);
        var late = by.older("更新巡检仪丁二型");
        by.run("2026-11-27T02:00:00Z");
        var second = by.update(late);
        by.submitted(second);
        by.run("2026-12-01T02:00:00Z");
        assertThat(by.state(update)).isEqualTo("in-review");
        for (var one : List.of(update, second)) {
            UpdateSteps.right(by.steps.decide(one, "{'decision': 'return', 'reason': '证明不清晰'}"), 200);
        }
        // Ten working days from 1 December 2026.
        assertThat(by.told()).contains("您的产品“更新巡检仪丁型”备案信息更新未通过：证明不清晰。请于2026年12月15日24时前修改后重新提交。");
        assertThat(by.steps
                        .unit
                        .get(UpdateSteps.path(update))
                        .json()
                        .path("reason")
                        .asText())
                .isEqualTo("证明不清晰");
        by.run("2026-12-15T02:00:00Z");
        assertThat(by.state(update)).isEqualTo("returned");
        by.submitted(update);
        UpdateSteps.right(by.steps.decide(update, "{'decision': 'approve'}"), 200);
        by.run("2026-12-16T02:00:00Z");
        await().atMost(PATIENCE).until(() -> by.state(second).equals("missed"));
        assertThat(by.submit(second).code()).isEqualTo("update-window-closed");
    }

    @Test
    void of_a_submission_and_the_end_of_the_window_one_wins() throws Exception {
        var update = by.due(by.older("更新巡检仪庚型"));
        UpdateSteps.right(by.save(update, by.unchanged()), 200);
        var requests = new ArrayList<Callable<Answer>>(Collections.nCopies(AT_ONCE - 1, () -> by.submit(update)));
        requests.add(AT_ONCE / 2, () -> {
            by.run("2026-12-01T02:00:00Z");
            return by.steps.unit.get(UpdateSteps.path(update));
        });

        var answers = by.together(requests);

        answers.remove(AT_ONCE / 2);
        var taken = answers.stream().filter(answer -> answer.status() == 200).count();
        assertThat(taken).isLessThanOrEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200).map(Answer::code))
                .isSubsetOf("illegal-move", "update-window-closed");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(by.state(update)).isEqualTo(taken == 1 ? "in-review" : "missed"));
    }

    @Test
    void units_are_reminded_fourteen_and_three_days_before_the_end_once_each() {
        var update = by.due(by.older("更新巡检仪辛型"));
        UpdateSteps.right(by.window("2026-11-01", "2026-12-20"), 200);
        by.run("2026-12-06T02:00:00Z");
        by.run("2026-12-06T04:00:00Z");
        by.run("2026-12-17T02:00:00Z");
        by.run("2026-12-18T02:00:00Z");
        // Of the last days, another test's window may have reminded already.
        assertThat(reminders(14)).isEqualTo(1);
        assertThat(reminders(3)).isLessThanOrEqualTo(1);
        assertThat(by.told()).noneMatch(text -> text.startsWith("距产品备案信息更新截止还有2天"));
        assertThat(by.state(update)).isEqualTo("due");
    }

    private long reminders(int days) {
        return by.told().stream()
                .filter(text -> text.startsWith("距产品备案信息更新截止还有" + days + "天，尚有"))
                .count();
    }

    @Test
    void a_reminder_that_is_caught_up_says_how_many_days_there_are_still() {
        by.due(by.older("更新巡检仪子型"));
        UpdateSteps.right(by.window("2026-11-01", "2026-12-20"), 200);
        var before = reminders(3);
        by.runFor("2026-12-17", "2026-12-19T02:00:00Z");
        assertThat(reminders(3)).isEqualTo(before);
        assertThat(reminders(1)).isPositive();
        var told = by.told().size();
        by.runFor("2026-12-06", "2026-12-21T02:00:00Z");
        assertThat(by.told().subList(0, by.told().size() - told)).noneMatch(text -> text.contains("截止还有"));
    }

    @Test
    void by_the_manual_a_round_opens_on_the_first_of_january_for_the_year_before() {
        var product = by.filed("更新巡检仪壬型");
        by.run("2027-01-04T02:00:00Z");
        var update = by.update(product);
        var shown = by.steps.unit.get(UpdateSteps.path(update)).json();
        assertThat(shown.path("round").asInt()).isEqualTo(2027);
        assertThat(shown.path("dataYear").asInt()).isEqualTo(2026);
        assertThat(shown.path("lastDay").asText()).isEqualTo("2027-03-31");
        UpdateSteps.right(by.save(update, by.unchanged()), 200);
        assertThat(by.submit(update).violations()).containsExactly(" asset-information-required");
        var round = tongban.anonymous().get(OWN + "/rounds").json();
        assertThat(round.path("open").asBoolean()).isTrue();
        assertThat(round.path("filingDeadline").asText()).isEqualTo("2027-08-31");
    }

    @Test
    @Tag("PF-50")
    void staff_begin_the_round_of_this_year_or_the_next_and_keep_one_that_has_begun() {
        var manager = tongban.as("filing-manager");
        for (int year : new int[] {2022, 2062}) {
            var round = OWN + "/rounds/" + year;
            assertThat(dates(round, year).violations()).containsExactly("/year year-not-due");
            assertThat(manager.post(round + "/intake").violations()).containsExactly("/year year-not-due");
            assertThat(manager.post(
                                    round + "/scorecards",
                                    Api.json("{'title': '评价表', 'passMark': '101', 'criteria': ["
                                            + RoundSteps.ONE_PUBLIC_CORE + "]}"))
                            .violations())
                    .containsExactlyInAnyOrder("/year year-not-due", "/passMark above-limit");
        }
        assertThat(years(manager)).contains("2026", "2027").doesNotContain("2022", "2062");
        UpdateSteps.right(dates(OWN + "/rounds/2027", 2027), 200);

        RoundSteps.begun(tongban, 2023);

        UpdateSteps.right(dates(OWN + "/rounds/2023", 2023), 200);
        assertThat(years(manager)).contains("2023");
    }

    private static List<String> years(Api manager) {
        return manager.get(OWN + "/rounds/years").json().findValuesAsText("year");
    }

    /** Gives a round the dates that it has. */
    private Answer dates(String round, int year) {
        var manager = tongban.as("filing-manager");
        return manager.with("If-Match", manager.get(round).etag())
                .put(
                        round,
                        Api.json(
                                "{'dataYear': %d, 'opensOn': '%d-01-01', 'closesOn': '%d-03-31', 'filingDeadline': '%d-08-31'}"
                                        .formatted(year - 1, year, year, year)));
    }

    @Test
    void a_rounds_dates_are_changed_by_staff_with_the_permission_and_only_to_what_can_be() {
        UpdateSteps.right(by.window("2026-11-01", "2026-11-30"), 200);
        var read = tongban.anonymous().get(UpdateSteps.ROUND);
        assertThat(read.json().path("opensOn").asText()).isEqualTo("2026-11-01");
        var body = read.json();
        assertThat(tongban.as("reviewer")
                        .with("If-Match", read.etag())
                        .put(UpdateSteps.ROUND, body)
                        .status())
                .isEqualTo(403);
        var manager = tongban.as("filing-manager");
        assertThat(manager.with("If-Match", "\"77\"")
                        .put(UpdateSteps.ROUND, UpdateSteps.datesFrom("2026-11-01"))
                        .status())
                .isEqualTo(412);
        assertThat(manager.put(UpdateSteps.ROUND, UpdateSteps.datesFrom("2026-11-01"))
                        .status())
                .isEqualTo(428);
        assertThat(by.dates(2026, "2026-02-30", "2027-01-02").violations())
                .containsExactlyInAnyOrder("/opensOn date", "/closesOn other-year", "/dataYear not-over");
        assertThat(by.window("2026-11-02", "2026-11-01").violations()).containsExactly("/closesOn before-opening");
        by.due(by.older("更新巡检仪癸型"));
        assertThat(by.dates(2023, "2026-11-01", "2026-11-30").violations()).containsExactly("/dataYear round-begun");
        assertThat(tongban.anonymous().get(OWN + "/rounds/2019").status()).isEqualTo(404);
        var ofProvince = ObjectionSteps.staffOf(tongban, "filing-manager", "110000");
        assertThat(ofProvince
                        .with(
                                "If-Match",
                                tongban.anonymous().get(UpdateSteps.ROUND).etag())
                        .put(UpdateSteps.ROUND, UpdateSteps.datesFrom("2026-11-01"))
                        .status())
                .isEqualTo(404);
    }
}
