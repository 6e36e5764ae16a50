package org.tongban.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Places at the database are taken by turns, and few wait for one (CO-88). */
@Tag("CO-88")
class AdmissionTest {
    private static final long LONG = 60_000;
    private static final String PATH = "/api/platform/v1/modules";

    private static CompletableFuture<Void> waiting(Admission admission, boolean begun, int then) {
        var one = CompletableFuture.runAsync(() -> admission.enter(begun), Thread::startVirtualThread);
        while (admission.waiting() < then && !one.isDone()) {
            Thread.onSpinWait();
        }
        return one;
    }

    private static void assertRefused(Admission admission) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> admission.enter(false))
                .matches(refused -> refused.code() == CoreError.UNAVAILABLE);
    }

    @Test
    void nobody_is_turned_away_while_there_is_room_to_wait() {
        var admission = new Admission(1, LONG, 1);
        admission.enter(false);
        assertThat(admission.turnsAway(PATH)).isFalse();
        assertThat(admission.refused()).isZero();
    }

    @Test
    void one_more_than_may_wait_is_refused_and_so_is_the_next_at_the_door() {
        var admission = new Admission(1, LONG, 1);
        admission.enter(false);
        var first = waiting(admission, false, 1);
        assertRefused(admission);
        assertThat(admission.turnsAway(PATH)).isTrue();
        assertThat(admission.refused()).isEqualTo(2);
        admission.leave();
        first.join();
        assertThat(admission.turnsAway(PATH)).isFalse();
    }

    @Test
    void as_many_are_let_in_as_may_work_and_wait() {
        var admission = new Admission(1, LONG, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(admission.turnsAway(PATH)).isFalse();
            admission.begin();
        }
        assertThat(admission.turnsAway(PATH)).isTrue();
        assertThat(admission.turnsAway("/health/readiness")).isFalse();
        assertThat(admission.refused()).isEqualTo(1);
        admission.end();
        assertThat(admission.turnsAway(PATH)).isFalse();
    }

    @Test
    void what_watches_the_node_and_what_is_in_memory_is_never_turned_away() {
        var admission = new Admission(1, LONG, 1);
        admission.enter(false);
        var first = waiting(admission, false, 1);
        assertThat(admission.turnsAway("/health/readiness")).isFalse();
        assertThat(admission.turnsAway("/metrics")).isFalse();
        assertThat(admission.turnsAway("/assets/site.css")).isFalse();
        admission.leave();
        first.join();
    }

    @Test
    void what_has_begun_waits_behind_any_number() {
        var admission = new Admission(1, LONG, 1);
        admission.enter(false);
        var first = waiting(admission, false, 1);
        var second = waiting(admission, true, 2);
        admission.leave();
        first.join();
        admission.leave();
        second.join();
        assertThat(admission.refused()).isZero();
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void who_came_first_gets_the_place_first() {
        var admission = new Admission(1, LONG, 8);
        admission.enter(false);
        var first = waiting(admission, false, 1);
        var second = waiting(admission, false, 2);
        admission.leave();
        first.join();
        assertThat(second).isNotDone();
        admission.leave();
        second.join();
    }

    @Test
    void who_waits_too_long_is_refused_and_takes_no_place() {
        var admission = new Admission(1, 1, 1);
        admission.enter(false);
        var late = waiting(admission, false, 1);
        assertThatThrownBy(late::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DomainException.class);
        admission.leave();
        admission.enter(false);
        assertThat(admission.waiting()).isZero();
    }
}
