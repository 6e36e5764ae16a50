package org.tongban.filing.patent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.PatentSteps.PATENTS;
import static org.tongban.filing.PatentSteps.number;
import static org.tongban.filing.PatentSteps.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.Transactions;
import org.tongban.filing.PatentSteps;
import org.tongban.filing.PatentSteps.Holder;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A task follows the registry with the patents of all units (PF-20). */
@TongbanTest
@Tag("PF-20")
class KeepPatentsCurrentTest {
    private final Tongban tongban;
    private final PatentSteps steps;

    KeepPatentsCurrentTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new PatentSteps(tongban);
    }

    /** The days before have had their rounds. */
    @BeforeEach
    void begin() {
        run();
    }

    private void run() {
        tongban.context().getBean(KeepPatentsCurrent.class).run();
    }

    private void nextDay() {
        tongban.clock().moveTo(Instant.parse("2026-11-21T02:00:00Z"));
        run();
    }

    private static JsonNode patent(Api unit, String number) {
        return unit.get(PATENTS + "?number=" + number).json().at("/items/0");
    }

    private Holder imported(String... numbers) {
        var holder = steps.holder();
        for (var number : numbers) {
            steps.inRegistry(row(number, "一种装置", holder.name()));
        }
        steps.imported(holder.api());
        return holder;
    }

    @Test
    void what_is_new_or_has_another_status_arrives_the_next_day() {
        var old = number();
        var fresh = number();
        var holder = imported(old);
        var version = holder.api()
                .get(PATENTS + "/" + patent(holder.api(), old).path("id").asText())
                .etag();
        steps.inRegistry(row(old, "一种装置", holder.name(), "lapsed", "2026-11-19"), row(fresh, "新装置", holder.name()));
        run();
        assertThat(patent(holder.api(), old).path("state").asText()).isEqualTo("granted");

        nextDay();
        var lapsed = patent(holder.api(), old);
        assertThat(lapsed.path("state").asText()).isEqualTo("lapsed");
        assertThat(lapsed.path("statusOn").asText()).isEqualTo("2026-11-19");
        assertThat(lapsed.path("valid").asBoolean()).isFalse();
        assertThat(patent(holder.api(), fresh).path("title").asText()).isEqualTo("新装置");
        assertThat(holder.api().get(PATENTS + "/" + lapsed.path("id").asText()).etag())
                .isNotEqualTo(version);
    }

    @Test
    void a_patent_that_moved_to_another_holder_is_transferred_and_comes_back_as_it_is() {
        var stays = number();
        var goes = number();
        var holder = imported(stays, goes);
        steps.inRegistry(row(goes, "一种装置", "他人公司", "granted", "2026-11-18"));
        nextDay();
        assertThat(patent(holder.api(), goes).path("state").asText()).isEqualTo("transferred");
        assertThat(patent(holder.api(), goes).path("statusOn").asText()).isEqualTo("2026-11-21");
        assertThat(patent(holder.api(), goes).path("valid").asBoolean()).isFalse();
        assertThat(patent(holder.api(), stays).path("state").asText()).isEqualTo("granted");

        steps.inRegistry(row(goes, "一种装置", holder.name(), "granted", "2026-11-19"));
        steps.imported(holder.api());
        assertThat(patent(holder.api(), goes).path("state").asText()).isEqualTo("granted");
    }

    @Test
    @Tag("PF-21")
    void patents_added_by_hand_are_followed_by_their_number() {
        var holder = steps.holder();
        var unit = holder.api();
        var arriving = number();
        var held = number();
        var typed = number();
        steps.inRegistry(row(arriving, "受让中", "原权利人"), row(held, "自有", holder.name()));
        for (var number : new String[] {arriving, held}) {
            assertThat(unit.post(
                                    PATENTS,
                                    Api.json("{'patentNumber': '%s', 'acquisition': 'transfer'}".formatted(number)))
                            .status())
                    .isEqualTo(201);
        }
        unit.post(PATENTS, Api.json("""
            {'patentNumber': '%s', 'acquisition': 'gift', 'title': '手填', 'kind': 'utility-model',
             'holders': ['%s'], 'filedOn': '2020-03-02', 'legalStatus': 'granted'}
            """.formatted(typed, holder.name())));
        var unasked = number();
        steps.inRegistry(
                row(arriving, "受让中", "原权利人", "in-grace", "2026-11-18"),
                row(held, "自有", "他人公司", "granted", "2026-11-18"),
                row(typed, "登记的名称", "他人公司"),
                row(unasked, "未导入", holder.name()));

        nextDay();
        assertThat(patent(unit, arriving).path("state").asText()).isEqualTo("in-grace");
        assertThat(patent(unit, held).path("state").asText()).isEqualTo("transferred");
        assertThat(patent(unit, typed).path("verified").asBoolean()).isTrue();
        assertThat(patent(unit, typed).path("state").asText()).isEqualTo("granted");
        assertThat(patent(unit, typed).path("acquisition").asText()).isEqualTo("gift");
        // Whoever has never asked for an import gets none.
        assertThat(patent(unit, unasked).isMissingNode()).isTrue();
    }

    @Test
    void a_term_that_has_ended_is_told_by_the_status() {
        var number = number();
        var holder = steps.holder();
        steps.inRegistry(
                "%s,utility-model,一种装置,%s,2016-11-21,2017-01-05,granted,2017-01-05\n".formatted(number, holder.name()));
        steps.imported(holder.api());
        nextDay();
        assertThat(patent(holder.api(), number).path("valid").asBoolean()).isTrue();
        for (var day : new String[] {"2026-11-22T02:00:00Z", "2026-11-23T02:00:00Z"}) {
            tongban.clock().moveTo(Instant.parse(day));
            run();
            var ended = patent(holder.api(), number);
            assertThat(ended.path("state").asText()).isEqualTo("expired");
            assertThat(ended.path("statusOn").asText()).isEqualTo("2026-11-22");
        }
    }

    @Test
    @Tag("RL-3")
    void a_round_goes_on_where_it_was_left() {
        var first = number();
        var second = number();
        var holder = imported(first, second);
        var unit = UUID.fromString(holder.api()
                .get("/api/product-filing/v1/units/me")
                .json()
                .path("id")
                .asText());
        steps.inRegistry(
                row(first, "一种装置", holder.name(), "lapsed", "2026-11-19"),
                row(second, "一种装置", holder.name(), "lapsed", "2026-11-19"));
        var upkeep = tongban.context().getBean(PatentUpkeepRepository.class);
        tongban.context().getBean(Transactions.class).write(() -> {
            upkeep.goOn(unit, LocalDate.of(2026, 11, 21), PatentUpkeep.Phase.HELD, first);
            return unit;
        });
        nextDay();
        // The page before had been written when the node went; it is not asked for again.
        assertThat(patent(holder.api(), first).path("state").asText()).isEqualTo("granted");
        assertThat(patent(holder.api(), second).path("state").asText()).isEqualTo("lapsed");
    }
}
