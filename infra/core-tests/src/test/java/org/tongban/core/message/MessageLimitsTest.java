package org.tongban.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.trial.People;

/** What may not go out yet waits, and codes never do (CO-43). */
@Tag("CO-43")
class MessageLimitsTest extends AtGateway {
    @Test
    void at_night_only_codes_go_out_and_the_rest_in_its_order_in_the_morning() {
        tongban.clock().moveTo(Instant.parse("2026-11-20T13:00:00Z"));
        var phone = People.phone();
        for (var name : List.of("a", "b", "c")) {
            note(phone, name);
        }
        awaitStates(phone, "held", "held", "held");
        var other = People.phone();
        code(other);
        awaitStates(other, "sent");
        tongban.clock().moveTo(Instant.parse("2026-11-20T23:30:00Z"));
        code(other);
        awaitStates(other, "sent", "sent");
        assertThat(states(phone)).containsOnly("held");
        tongban.clock().moveTo(Instant.parse("2026-11-21T00:00:00Z"));
        awaitStates(phone, "sent", "sent", "sent");
        assertThat(namesSentTo(phone)).containsExactly("a", "b", "c");
    }

    @Test
    void a_phone_gets_three_of_a_kind_on_a_day_and_the_rest_the_next_morning() {
        var phone = People.phone();
        for (var name : List.of("a", "b", "c", "d", "e")) {
            note(phone, name);
        }
        awaitStates(phone, "held", "held", "sent", "sent", "sent");
        for (int i = 0; i < 4; i++) {
            code(phone);
        }
        awaitStates(phone, "held", "held", "sent", "sent", "sent", "sent", "sent", "sent", "sent");
        assertThat(namesSentTo(phone)).filteredOn(name -> !name.isEmpty()).containsExactly("a", "b", "c");
        tongban.clock().moveTo(Instant.parse("2026-11-21T00:00:00Z"));
        awaitStates(phone, "sent", "sent", "sent", "sent", "sent", "sent", "sent", "sent", "sent");
        assertThat(namesSentTo(phone)).filteredOn(name -> !name.isEmpty()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    @Tag("RL-9")
    void a_phone_gets_ten_messages_on_a_day_over_all_kinds() {
        var phone = People.phone();
        for (int i = 0; i < 3; i++) {
            note(phone, "n" + i);
            send("core.draft-expiring", phone, Map.of("title", "t" + i, "days", "150", "date", "2026-12-20"));
            send("core.rejected", phone, Map.of("title", "t" + i, "number", "1", "reason", "r"));
            send("core.returned", phone, Map.of("title", "t" + i, "number", "1", "reason", "r"));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(phone)).doesNotContain("queued", "claimed", "sending"));
        assertThat(states(phone)).filteredOn("sent"::equals).hasSize(10);
        assertThat(states(phone)).filteredOn("held"::equals).hasSize(2);
    }
}
