package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** When a case is due, and who is shown what is overdue (CO-46, CO-47, CO-71). */
@TongbanTest
@Tag("CO-47")
class DueTest {
    private static final String REVIEWS = "/api/platform/v1/reviews";

    private static List<String> numbers(Api api, String query) {
        return api.get(REVIEWS + query).json().path("items").findValuesAsText("number");
    }

    @Test
    @Tag("CO-46")
    void a_case_is_due_after_the_types_working_days_and_overdue_from_the_day_after(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var number = Notes.submitted(People.writer(tongban).api(), "due");
        var found = reviewer.get(Notes.review(reviewer, number)).json();
        assertThat(found.path("dueOn").asText()).isEqualTo("2026-11-27");
        assertThat(found.path("dueProvisional").asBoolean()).isFalse();
        assertThat(numbers(reviewer, "?overdue=true&number=" + number)).isEmpty();
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(7)));
        assertThat(numbers(reviewer, "?overdue=true&number=" + number)).isEmpty();
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(8)));
        assertThat(numbers(reviewer, "?overdue=true&number=" + number)).containsExactly(number);
        assertThat(numbers(reviewer, "?overdue=false&number=" + number)).isEmpty();
        assertThat(numbers(reviewer, "?overdue=true&sort=due&limit=100")).contains(number);
        Notes.right(Notes.decided(reviewer, Notes.review(reviewer, number), "approve"), 200);
        assertThat(numbers(reviewer, "?overdue=true&number=" + number)).isEmpty();
    }

    @Test
    void the_queue_is_read_by_due_date_forwards_and_back(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var writer = People.writer(tongban).api();
        Notes.submitted(writer, "due first");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(4)));
        Notes.submitted(writer, "due second");
        var all = reviewer.get(REVIEWS + "?sort=due&limit=100").json().path("items");
        assertThat(all.findValuesAsText("dueOn")).isSorted();
        var first = reviewer.get(REVIEWS + "?sort=due&limit=1").json();
        var second = reviewer.get(REVIEWS + "?sort=due&limit=1&cursor="
                        + first.path("nextCursor").asText())
                .json();
        assertThat(second.path("items").findValuesAsText("number"))
                .containsExactly(all.path(1).path("number").asText());
        var back = reviewer.get(REVIEWS + "?sort=due&limit=1&cursor="
                        + second.path("prevCursor").asText())
                .json();
        assertThat(back.path("items").findValuesAsText("number"))
                .containsExactly(all.path(0).path("number").asText());
    }

    @Test
    @Tag("CO-46")
    @Tag("CO-71")
    void a_due_date_that_holidays_may_move_is_provisional_and_counted_again(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        tongban.clock().moveTo(Instant.parse("2126-03-04T02:00:00Z"));
        var number = Notes.submitted(People.writer(tongban).api(), "provisional");
        var review = Notes.review(reviewer, number);
        assertThat(reviewer.get(review).json().path("dueProvisional").asBoolean())
                .isTrue();
        tongban.clock().moveTo(Instant.parse("2126-04-04T02:00:00Z"));
        assertThat(numbers(reviewer, "?overdue=true&number=" + number)).isEmpty();
        var days = Api.json("{'days': [{'name': '示例', 'date': '2126-01-01', 'free': true},"
                + " {'name': '示例', 'date': '2126-03-05', 'free': true},"
                + " {'name': '示例', 'date': '2126-05-01', 'free': true},"
                + " {'name': '示例', 'date': '2126-10-01', 'free': true}]}");
        Notes.right(tongban.as("admin").put("/api/platform/v1/calendar/2126", days), 200);
        await().until(() -> !reviewer.get(review).json().path("dueProvisional").asBoolean());
        assertThat(reviewer.get(review).json().path("dueOn").asText()).isEqualTo("2126-03-12");
        assertThat(numbers(reviewer, "?overdue=true&number=" + number)).containsExactly(number);
    }

    @Test
    @Tag("CO-83c")
    void overdue_cases_are_counted_by_type(Tongban tongban) {
        Notes.submitted(People.writer(tongban).api(), "counted");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(30)));
        var figures = tongban.anonymous().unchecked().get("/metrics").text();
        assertThat(figures.lines()
                        .filter(line -> line.startsWith("tongban_reviews_overdue{type=\"trial.note\"}"))
                        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))))
                .singleElement()
                .satisfies(count -> assertThat(count).isGreaterThanOrEqualTo(1));
    }
}
