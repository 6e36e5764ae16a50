package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Platform;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** A second node on the same database, on which the trial module is switched off (CO-4, CO-82). */
@TongbanTest
@Tag("CO-4")
class SwitchedOffTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private static ApplicationContext node;
    private static URI address;

    @BeforeAll
    static void start(Tongban tongban) {
        var environment = new HashMap<>(tongban.servers().environment());
        environment.put("MICRONAUT_ENVIRONMENTS", "test");
        node = Platform.start(
                environment,
                Map.of(
                        "micronaut.server.port", -1,
                        "datasources.default.maximum-pool-size", 2,
                        "datasources.default.minimum-idle", 1,
                        "platform.tasks.enabled", false,
                        "platform.modules.trial.enabled", false));
        address = node.getBean(EmbeddedServer.class).getURI();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void its_endpoints_are_not_there(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        assertThat(writer.api().get(Notes.PATH).status()).isEqualTo(200);
        assertThat(get(Notes.PATH, writer.token()).statusCode()).isEqualTo(404);
    }

    @Test
    void its_public_collection_is_not_there(Tongban tongban) throws Exception {
        var token = People.writer(tongban).token();
        assertThat(tongban.anonymous().get("/api/platform/v1/public/notes").status())
                .isEqualTo(200);
        assertThat(get("/api/platform/v1/public/notes", token).statusCode()).isEqualTo(404);
    }

    @Test
    void its_description_is_not_there(Tongban tongban) throws Exception {
        var token = People.writer(tongban).token();
        assertThat(get("/openapi/trial.json", token).statusCode()).isEqualTo(404);
        assertThat(get("/openapi.json", token).body()).doesNotContain("/api/trial/");
    }

    @Test
    @Tag("CO-82")
    void a_token_of_one_node_is_good_on_the_other(Tongban tongban) throws Exception {
        var writer = People.writer(tongban);
        assertThat(get("/api/platform/v1/me", writer.token()).body())
                .contains(writer.account().toString());
    }
}
