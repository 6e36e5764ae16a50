package org.tongban.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What has changed reaches each listener, whatever becomes of another (CO-26). */
@TongbanTest
@Tag("CO-26")
class ChangeFeedTest {
    @Test
    void a_listener_that_fails_stops_no_other_topic_and_comes_again(Tongban tongban) {
        var transactions = tongban.context().getBean(Transactions.class);
        var feed = new ChangeFeed(tongban.context().getBean(ChangeRepository.class), transactions);
        var failing = new AtomicInteger();
        var heard = new AtomicInteger();
        feed.on("trial.a-failing", () -> {
            if (failing.incrementAndGet() == 1) {
                throw new IllegalStateException("planned");
            }
        });
        feed.on("trial.b-heard", heard::incrementAndGet);
        transactions.write(() -> {
            feed.announce("trial.a-failing");
            feed.announce("trial.b-heard");
            return feed;
        });
        feed.poll();
        assertThat(failing).hasValue(1);
        assertThat(heard).hasValue(1);
        feed.poll();
        feed.poll();
        assertThat(failing).hasValue(2);
        assertThat(heard).hasValue(1);
    }
}
