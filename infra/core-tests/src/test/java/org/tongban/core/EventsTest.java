package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.event.Events;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Api;
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
    private static final String PARKED = "/api/platform/v1/events/parked";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    private static void publish(Tongban tongban, UUID aggregate, String... names) {
        var events = tongban.context().getBean(Events.class);
        tongban.context().getBean(Transactions.class).write(() -> {
            for (var name : names) {
                events.publish(aggregate, new NoteSubmitted(aggregate, name));
            }
            return true;
        });
    }

    private static void awaitHeard(Tongban tongban, String prefix, String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard(tongban, prefix)).containsExactlyInAnyOrder((Object[]) names));
    }

    /** The parked event of an aggregate, as operators see it. */
    private static JsonNode parked(Tongban tongban, UUID aggregate) {
        var found = new AtomicReference<JsonNode>();
        await().atMost(PATIENCE).until(() -> {
            for (var item :
                    tongban.as("admin").get(PARKED + "?limit=100").json().path("items")) {
                if (item.path("aggregate").asText().equals(aggregate.toString())) {
                    found.set(item);
                }
            }
            return found.get() != null;
        });
        return found.get();
    }

    private static double gauge(Tongban tongban, String name) {
        var figures = tongban.anonymous().unchecked().get("/metrics").text();
        return figures.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among the figures"));
    }

    @Test
    void an_event_whose_handler_fails_comes_again_with_its_id_and_none_of_its_aggregate_overtakes_it(Tongban tongban) {
        var prefix = unique();
        var faults = tongban.context().getBean(Faults.class);
        faults.plan(prefix + "1", 2);
        var note = UUID.randomUUID();
        publish(tongban, note, prefix + "0", prefix + "1", prefix + "2", prefix + "3");
        await().atMost(PATIENCE).until(() -> heard(tongban, prefix).size() >= 4);
        assertThat(heard(tongban, prefix)).containsExactly(prefix + "0", prefix + "1", prefix + "2", prefix + "3");
        assertThat(faults.left(prefix + "1")).isLessThan(1);
        assertThat(faults.events(prefix + "1"))
                .as("what the handler was told each time")
                .hasSizeGreaterThan(2)
                .containsOnly((UUID) Rows.of(
                                tongban,
                                "select id from core.event where aggregate = ? and payload ->> 'name' = ?",
                                note,
                                prefix + "1")
                        .getFirst()
                        .get("id"));
        assertThat(Rows.count(tongban, "select count(*) from core.held_event where aggregate = ?", note))
                .isZero();
    }

    @Test
    @Tag("CO-83c")
    void a_poison_event_is_parked_and_holds_its_own_aggregate_alone(Tongban tongban) {
        var prefix = unique();
        var faults = tongban.context().getBean(Faults.class);
        faults.plan(prefix + "poison", Integer.MAX_VALUE);
        var ill = UUID.randomUUID();
        var well = UUID.randomUUID();
        publish(tongban, ill, prefix + "before", prefix + "poison", prefix + "behind");
        publish(tongban, well, prefix + "other");
        awaitHeard(tongban, prefix, prefix + "before", prefix + "other");
        var parked = parked(tongban, ill);
        publish(tongban, well, prefix + "another");
        publish(tongban, ill, prefix + "later");
        awaitHeard(tongban, prefix, prefix + "before", prefix + "other", prefix + "another");
        assertThat(parked.path("subscriber").asText()).isEqualTo("trial.hear-of-notes");
        assertThat(parked.path("type").asText()).isEqualTo("trial.note-submitted");
        assertThat(parked.path("failures").asInt()).isEqualTo(5);
        assertThat(parked.path("reason").asText()).isEqualTo("IllegalStateException");
        assertThat(parked.has("dueAt")).isFalse();
        assertThat(gauge(tongban, "tongban_events_parked")).isPositive();
        assertThat(gauge(tongban, "tongban_events_undelivered_oldest_seconds")).isNotNegative();
        assertThat(tongban.as("admin")
                        .get(PARKED + "?state=waiting&count=true")
                        .json()
                        .path("total")
                        .asInt())
                .isPositive();
        faults.plan(prefix + "poison", 0);
        var replayed = tongban.as("admin").post(path(parked) + "/replay");
        assertThat(replayed.status()).as(replayed.toString()).isEqualTo(200);
        assertThat(replayed.json().path("state").asText()).isEqualTo("retrying");
        await().atMost(PATIENCE).until(() -> heard(tongban, prefix).size() >= 6);
        assertThat(heard(tongban, prefix))
                .containsSubsequence(prefix + "before", prefix + "poison", prefix + "behind", prefix + "later");
    }

    private static String path(JsonNode parked) {
        return PARKED + "/" + parked.path("id").asText();
    }

    @Test
    @Tag("CO-55")
    void a_parked_event_is_skipped_for_a_reason_and_what_waited_goes_on(Tongban tongban) {
        var prefix = unique();
        var faults = tongban.context().getBean(Faults.class);
        faults.plan(prefix + "poison", Integer.MAX_VALUE);
        var note = UUID.randomUUID();
        publish(tongban, note, prefix + "poison", prefix + "behind");
        var parked = parked(tongban, note);
        var admin = tongban.as("admin");
        assertThat(admin.post(path(parked) + "/skip", Api.json("{'reason': ''}"))
                        .code())
                .isEqualTo("invalid-input");
        assertThat(admin.post(path(parked) + "/skip", Api.json("{}")).code()).isEqualTo("invalid-input");
        var skipped = admin.post(path(parked) + "/skip", Api.json("{'reason': '示例'}"));
        assertThat(skipped.status()).as(skipped.toString()).isEqualTo(200);
        assertThat(skipped.json().path("state").asText()).isEqualTo("skipped");
        awaitHeard(tongban, prefix, prefix + "behind");
        assertThat(admin.post(path(parked) + "/replay").status()).isEqualTo(404);
        assertThat(Rows.of(
                        tongban,
                        "select digest ->> 'reason' as reason from core.audit_record where action = ? and subject_id ="
                                + " ?",
                        "platform.event.skip",
                        UUID.fromString(parked.path("event").asText())))
                .containsExactly(Map.of("reason", "示例"));
    }

    @Test
    void an_event_that_is_not_parked_is_neither_replayed_nor_skipped(Tongban tongban) {
        var prefix = unique();
        var faults = tongban.context().getBean(Faults.class);
        faults.plan(prefix + "poison", Integer.MAX_VALUE);
        var note = UUID.randomUUID();
        publish(tongban, note, prefix + "poison", prefix + "behind");
        parked(tongban, note);
        var behind = Rows.of(tongban, "select id from core.held_event where aggregate = ? and state = 'waiting'", note)
                .getFirst()
                .get("id");
        var admin = tongban.as("admin");
        assertThat(admin.post(PARKED + "/" + behind + "/replay").code()).isEqualTo("event-not-parked");
        assertThat(admin.post(PARKED + "/" + behind + "/skip", Api.json("{'reason': '示例'}"))
                        .code())
                .isEqualTo("event-not-parked");
    }

    @Test
    @Tag("CO-55")
    void all_that_was_parked_for_a_subscriber_is_delivered_anew_at_once(Tongban tongban) {
        var prefix = unique();
        var faults = tongban.context().getBean(Faults.class);
        var notes = List.of(UUID.randomUUID(), UUID.randomUUID());
        faults.plan(prefix + "0", Integer.MAX_VALUE);
        faults.plan(prefix + "1", Integer.MAX_VALUE);
        publish(tongban, notes.get(0), prefix + "0");
        publish(tongban, notes.get(1), prefix + "1");
        notes.forEach(note -> parked(tongban, note));
        faults.plan(prefix + "0", 0);
        faults.plan(prefix + "1", 0);
        var body = Api.json("{'subscriber': 'trial.hear-of-notes'}");
        var regional = People.staffOf(tongban, "33", "platform-administrator").api();
        assertThat(regional.post(PARKED + "/replay", body).json().path("events").asInt())
                .isZero();
        var replayed = tongban.as("admin").post(PARKED + "/replay", body);
        assertThat(replayed.status()).as(replayed.toString()).isEqualTo(200);
        assertThat(replayed.json().path("events").asInt()).isGreaterThanOrEqualTo(2);
        awaitHeard(tongban, prefix, prefix + "0", prefix + "1");
        assertThat(tongban.as("admin").post(PARKED + "/replay", Api.json("{}")).code())
                .isEqualTo("invalid-input");
        assertThat(tongban.as("reviewer").post(PARKED + "/replay", body).status())
                .isEqualTo(403);
    }

    @Test
    @Tag("CO-28")
    void parked_events_are_for_operators_of_the_whole_country(Tongban tongban) {
        var note = UUID.randomUUID();
        var prefix = unique();
        tongban.context().getBean(Faults.class).plan(prefix, Integer.MAX_VALUE);
        publish(tongban, note, prefix);
        var parked = parked(tongban, note);
        assertThat(tongban.anonymous().get(PARKED).status()).isEqualTo(401);
        assertThat(tongban.as("reviewer").get(PARKED).status()).isEqualTo(403);
        var regional = People.staffOf(tongban, "33", "platform-administrator").api();
        assertThat(regional.get(PARKED + "?count=true").json().path("total").asInt())
                .isZero();
        assertThat(regional.post(path(parked) + "/replay").status()).isEqualTo(404);
        assertThat(tongban.as("admin").get(PARKED + "?state=lost").status()).isEqualTo(400);
    }

    @Test
    void a_batch_in_which_one_event_fails_costs_the_others_one_failure(Tongban tongban) {
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
        await().atMost(PATIENCE).until(() -> heard(tongban, prefix).size() >= 4);
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
