package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Platform;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A second node on the same database, in the mode that an installation in use has: none. */
@TongbanTest
class InUseTest {
    private static ApplicationContext node;
    private static Api api;

    @BeforeAll
    static void start(Tongban tongban) {
        var environment = new HashMap<>(tongban.servers().environment());
        environment.put("MICRONAUT_ENVIRONMENTS", "");
        environment.put("SMS_PROVIDER", "log");
        node = Platform.start(
                environment,
                Map.of(
                        "micronaut.server.port", -1,
                        "endpoints.all.port", -1,
                        "datasources.default.maximum-pool-size", 2,
                        "datasources.default.minimum-idle", 1,
                        "platform.tasks.enabled", false));
        api = Api.at(node.getBean(EmbeddedServer.class).getURI());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    @Tag("CO-25")
    void tells_the_answer_of_no_captcha() {
        var captcha = api.post("/api/platform/v1/captchas").json();
        assertThat(api.get(captcha.path("picture").asText()).status()).isEqualTo(200);
        var told = api.get("/api/platform/v1/dev/captchas/" + captcha.path("id").asText());
        assertThat(told.status()).isEqualTo(404);
        assertThat(told.text()).doesNotContain("answer");
    }

    @Test
    @Tag("CO-44")
    void shows_no_message() {
        assertThat(api.get("/api/platform/v1/dev/outbox").status()).isEqualTo(404);
    }
}
