package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.Transactions;
import org.tongban.filing.OneByOne.Stage;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A batch is one transaction; a record that nothing can be done with keeps no other from what is done with it. */
@TongbanTest
@Tag("PE-8")
class OneByOneTest {
    private final OneByOne oneByOne;
    private final Transactions transactions;
    private final List<UUID> all = IntStream.rangeClosed(1, OneByOne.BATCH + 3)
            .mapToObj(place -> new UUID(0, place))
            .toList();
    private final List<List<UUID>> committed = new ArrayList<>();

    OneByOneTest(Tongban tongban) {
        this.oneByOne = tongban.context().getBean(OneByOne.class);
        this.transactions = tongban.context().getBean(Transactions.class);
    }

    private List<UUID> next(UUID after) {
        return all.stream()
                .filter(id -> id.compareTo(after) > 0)
                .limit(OneByOne.BATCH)
                .toList();
    }

    private Stage stage(UUID bad) {
        return new Stage(this::next, ids -> {
            transactions.afterCommit(() -> committed.add(ids));
            if (ids.contains(bad)) {
                throw new IllegalStateException("bad");
            }
        });
    }

    @Test
    void records_are_dealt_with_a_batch_in_a_transaction() {
        oneByOne.batches(List.of(stage(new UUID(1, 1))));

        assertThat(committed)
                .containsExactly(all.subList(0, OneByOne.BATCH), all.subList(OneByOne.BATCH, OneByOne.BATCH + 3));
    }

    @Test
    void one_bad_record_is_left_out_and_told_once_all_others_are_done() {
        var bad = all.get(7);

        assertThatThrownBy(() -> oneByOne.batches(List.of(stage(bad), stage(new UUID(1, 1)))))
                .hasMessage("bad");

        assertThat(committed.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(twiceBut(bad));
    }

    private List<UUID> twiceBut(UUID bad) {
        var twice = new ArrayList<>(all);
        twice.addAll(all);
        twice.remove(bad);
        return twice;
    }
}
