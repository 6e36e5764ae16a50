package org.tongban.filing.patent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.PatentSteps.PATENTS;
import static org.tongban.filing.PatentSteps.number;
import static org.tongban.filing.PatentSteps.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.Transactions;
import org.tongban.filing.PatentSteps;
import org.tongban.filing.PatentSteps.Holder;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Patents are counted by the terms in their titles, which an index finds (PF-32). */
@TongbanTest
@Tag("PF-32")
class CountUnlinkedTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private final Tongban tongban;
    private final PatentSteps steps;

    CountUnlinkedTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new PatentSteps(tongban);
    }

    private Holder holding(String... titles) {
        var holder = steps.holder();
        for (var title : titles) {
            steps.inRegistry(row(number(), title, holder.name()));
        }
        steps.imported(holder.api());
        return holder;
    }

    private long counted(Holder holder, List<UUID> linked, String... terms) {
        var patent =
                holder.api().get(PATENTS + "?limit=1").json().at("/items/0/id").asText();
        return tongban.context().getBean(Transactions.class).read(() -> {
            var unit = tongban.context()
                    .getBean(PatentRepository.class)
                    .ofId(UUID.fromString(patent))
                    .orElseThrow()
                    .unit();
            return tongban.context().getBean(UnitPatents.class).countUnlinked(unit, Set.of(terms), linked, TODAY);
        });
    }

    @Test
    void a_term_of_any_length_is_found_wherever_it_stands_in_the_title() {
        var holder = holding("泵", "水泵", "一种水泵机组", "LED9000灯具", "一种基于LED9000X的水泵", "全 自 动 洗 衣 机");
        assertThat(counted(holder, List.of(), "水泵")).isEqualTo(3);
        assertThat(counted(holder, List.of(), "泵机组")).isEqualTo(1);
        assertThat(counted(holder, List.of(), "led9000")).isEqualTo(2);
        assertThat(counted(holder, List.of(), "led9000x")).isEqualTo(1);
        assertThat(counted(holder, List.of(), "led9001")).isZero();
        assertThat(counted(holder, List.of(), "自动洗")).isEqualTo(1);
        assertThat(counted(holder, List.of(), "水泵", "led9000")).isEqualTo(4);
    }

    @Test
    void neither_number_nor_holder_nor_what_is_linked_or_another_units_is_counted() {
        var other = holding("一种提琴");
        var holder = holding("一种提琴", "另一种提琴");
        assertThat(counted(holder, List.of(), "一种提")).isEqualTo(2);
        assertThat(counted(other, List.of(), "一种提")).isEqualTo(1);
        assertThat(counted(holder, List.of(), "2020")).isZero();
        assertThat(counted(holder, List.of(), holder.name().substring(0, 3))).isZero();
        var linked =
                holder.api().get(PATENTS + "?limit=1").json().at("/items/0/id").asText();
        assertThat(counted(holder, List.of(UUID.fromString(linked)), "一种提")).isEqualTo(1);
    }
}
