package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.event.Events;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Faults;
import org.tongban.trial.NoteSubmitted;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Events reach their subscribers once each, in order, and again where that failed (CO-50). */
@TongbanTest
@Tag("CO-50")
class EventsTest {
    private static List<Object> heard(Tongban tongban, String prefix) {
        return new ArrayList<>(
                Rows.of(tongban, "select name from trial.heard where name like ? order by place", prefix + "%").stream()
                        .map(row -> row.get("name"))
                        .toList());
    }

    private static String unique() {
        return "e" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }

    @Test
    void events_are_heard_once_each_and_in_the_order_of_their_commits(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var prefix = unique();
        var names = IntStream.range(0, 10).mapToObj(i -> prefix + i).toList();
        names.forEach(name -> Notes.submitted(writer, name));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> heard(tongban, prefix).size() >= names.size());
        assertThat(heard(tongban, prefix)).isEqualTo(names);
    }

    @Test
    void an_event_whose_handler_fails_is_tried_again_and_none_overtakes_it(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var prefix = unique();
        var faults = tongban.context().getBean(Faults.class);
        faults.plan(prefix + "1", 2);
        IntStream.range(0, 4).forEach(i -> Notes.submitted(writer, prefix + i));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> heard(tongban, prefix).size() >= 4);
        assertThat(heard(tongban, prefix)).containsExactly(prefix + "0", prefix + "1", prefix + "2", prefix + "3");
        assertThat(faults.left(prefix + "1")).isLessThan(1);
        assertThat(Rows.count(
                        tongban, "select failures from core.event_cursor where subscriber = 'trial.hear-of-notes'"))
                .isZero();
    }

    @Test
    void an_event_that_always_fails_costs_those_before_it_one_failure(Tongban tongban) {
        var prefix = unique();
        var faults = tongban.context().getBean(Faults.class);
        faults.plan(prefix + "4", Integer.MAX_VALUE);
        var events = tongban.context().getBean(Events.class);
        tongban.context().getBean(Transactions.class).write(() -> {
            IntStream.range(0, 5).forEach(i -> {
                var note = UUID.randomUUID();
                events.publish(note, new NoteSubmitted(note, prefix + i));
            });
            return true;
        });
        await().atMost(Duration.ofSeconds(30))
                .until(() -> heard(tongban, prefix).size() >= 4);
        faults.plan(prefix + "4", 0);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> heard(tongban, prefix).size() >= 5);
        assertThat(IntStream.range(0, 4).map(i -> faults.tried(prefix + i))).containsOnly(2);
    }

    @Test
    void a_change_that_is_undone_takes_its_event_with_it(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var prefix = unique();
        var note = Notes.written(writer, prefix + "0");
        Notes.number(writer, note);
        assertThat(writer.post(note + "/submit").status()).isEqualTo(409);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.event where aggregate = ?",
                        UUID.fromString(note.substring(note.lastIndexOf('/') + 1))))
                .isEqualTo(1);
    }
}
