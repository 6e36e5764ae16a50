package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.People.Person;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Claims on cases past due are told of, and end after a while (CO-83c); what is claimed here is due on 2026-11-27. */
@TongbanTest
@Tag("CO-83c")
class OverdueSweepTest {
    private static final String TASK = "platform.sweep-overdue-reviews";
    private static final LocalDate DUE = LocalDate.of(2026, 11, 27);
    private static final LocalDate FIFTH_WORKING_DAY = LocalDate.of(2026, 12, 4);
    private static final LocalDate SIXTH_WORKING_DAY = LocalDate.of(2026, 12, 7);

    private final Tongban tongban;
    private final Person officer;
    private final Person writer;

    OverdueSweepTest(Tongban tongban) {
        this.tongban = tongban;
        officer = People.staff(tongban, TrialModule.REVIEWER);
        writer = People.writer(tongban);
    }

    @AfterEach
    void restore() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private String claimed(String name) {
        var review = Notes.review(officer.api(), Notes.submitted(writer.api(), name));
        Notes.right(officer.api().post(review + "/claim"), 200);
        return review;
    }

    private void sweep(LocalDate date) {
        tongban.clock()
                .moveTo(date.atTime(LocalTime.NOON).atZone(BusinessClock.ZONE).toInstant());
        run(date);
    }

    private void run(LocalDate date) {
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(body -> body.task().equals(TASK))
                .findFirst()
                .orElseThrow()
                .runFor(date);
    }

    /** What the officer was told of overdue cases, the newest first, and in no other way than in the inbox. */
    private List<String> told() {
        assertThat(Rows.count(tongban, "select count(*) from core.message where account = ?", officer.account()))
                .isZero();
        return officer.api()
                .get("/api/platform/v1/me/messages?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(message -> message.path("template").asText().equals("core.reviews-overdue"))
                .map(message -> message.path("text").asText())
                .toList();
    }

    private JsonNode shown(String review) {
        return tongban.as("reviewer").get(review).json();
    }

    @Test
    void officers_are_told_once_a_working_day_what_they_hold_that_is_overdue() {
        claimed("told first");
        claimed("told second");
        sweep(DUE);
        assertThat(told()).isEmpty();
        sweep(LocalDate.of(2026, 11, 28));
        assertThat(told()).as("a Saturday").isEmpty();
        sweep(LocalDate.of(2026, 11, 30));
        run(LocalDate.of(2026, 11, 30));
        assertThat(told()).singleElement().satisfies(text -> assertThat(text).contains("2件", "2026-11-27"));
        sweep(LocalDate.of(2026, 12, 1));
        assertThat(told()).hasSize(2);
    }

    @Test
    @Tag("CO-48")
    void a_date_that_is_over_says_nothing() {
        claimed("caught up");
        sweep(LocalDate.of(2026, 12, 1));
        var before = told();
        run(LocalDate.of(2026, 11, 30));
        assertThat(told()).isEqualTo(before).hasSize(1);
    }

    @Test
    @Tag("CO-46")
    @Tag("CO-55")
    void a_claim_ends_once_its_case_has_been_overdue_for_too_long() {
        var review = claimed("released");
        var own = Notes.mine(writer.api(), shown(review).path("number").asText());
        sweep(FIFTH_WORKING_DAY);
        assertThat(shown(review).path("state").asText()).isEqualTo("claimed");
        sweep(SIXTH_WORKING_DAY);
        run(SIXTH_WORKING_DAY);
        var released = shown(review);
        assertThat(released.path("state").asText()).isEqualTo("open");
        assertThat(released.path("history")
                        .valueStream()
                        .filter(entry -> entry.path("action").asText().equals("release")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("role").asText()).isEqualTo("system");
                    assertThat(entry.path("reason").asText()).contains("5个工作日");
                });
        assertThat(writer.api().get(own).json().path("history").findValuesAsText("role"))
                .contains("system");
        var id = review.substring(review.lastIndexOf('/') + 1);
        var records = People.staff(tongban, "auditor")
                .api()
                .get("/api/platform/v1/audit?action=" + TASK + "&subject=" + id)
                .json()
                .path("items");
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.has("account")).isFalse();
            assertThat(record.at("/digest/before/claimedBy").asText())
                    .isEqualTo(officer.account().toString());
            assertThat(record.at("/digest/after/state").asText()).isEqualTo("open");
        });
        var other = People.staff(tongban, TrialModule.REVIEWER);
        Notes.right(other.api().post(review + "/claim"), 200);
    }

    @Test
    void what_a_disabled_account_holds_is_given_back_on_any_day() {
        var review = claimed("disabled");
        var kept = People.staff(tongban, TrialModule.REVIEWER);
        var other = Notes.review(kept.api(), Notes.submitted(writer.api(), "kept"));
        Notes.right(kept.api().post(other + "/claim"), 200);
        Notes.right(tongban.as("admin").post("/api/platform/v1/staff/" + officer.account() + "/disable"), 200);
        sweep(LocalDate.of(2026, 11, 22));
        assertThat(shown(review).path("state").asText()).isEqualTo("open");
        assertThat(shown(other).path("state").asText()).isEqualTo("claimed");
    }

    @Test
    @Tag("CO-71")
    void a_provisional_due_date_is_never_overdue() {
        var review = claimed("provisional");
        var id = UUID.fromString(review.substring(review.lastIndexOf('/') + 1));
        Rows.change(tongban, "update core.review_case set due_provisional = true where id = ?", id);
        sweep(SIXTH_WORKING_DAY);
        assertThat(told()).isEmpty();
        assertThat(shown(review).path("state").asText()).isEqualTo("claimed");
    }
}
