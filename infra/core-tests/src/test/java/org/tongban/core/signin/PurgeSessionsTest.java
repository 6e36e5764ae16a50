package org.tongban.core.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.token.TokenSettings;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** A session that lives for years keeps no row for each of its refresh tokens (CO-22). */
@TongbanTest
@Tag("CO-22")
class PurgeSessionsTest {
    private static final String TOKENS = "select count(*) from core.refresh_token t"
            + " join core.session s on s.id = t.session_id where s.account_id = ?";

    private static void purge(Tongban tongban, Duration later) {
        var context = tongban.context();
        context.getBean(PurgeSessions.class)
                .purge(context.getBean(DatabaseClock.class).now().plus(later));
    }

    @Test
    void a_used_refresh_token_is_kept_as_long_as_an_unused_one_would_be(Tongban tongban) {
        var writer = People.writer(tongban);
        var next = tongban.anonymous()
                .post(
                        "/api/platform/v1/sessions/refresh",
                        JsonNodeFactory.instance.objectNode().put("refreshToken", writer.refreshToken()));
        assertThat(next.status()).isEqualTo(200);
        assertThat(Rows.count(tongban, TOKENS, writer.account())).isEqualTo(2);
        var lifetime = tongban.context().getBean(TokenSettings.class).refreshLifetime();
        purge(tongban, lifetime.minusHours(1));
        assertThat(Rows.count(tongban, TOKENS, writer.account())).isEqualTo(2);
        purge(tongban, lifetime.plusHours(1));
        assertThat(Rows.count(tongban, TOKENS, writer.account())).isEqualTo(1);
    }
}
