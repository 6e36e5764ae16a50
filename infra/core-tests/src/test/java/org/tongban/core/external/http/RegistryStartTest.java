package org.tongban.core.external.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.testkit.LoopbackGateway.answer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.module.StartRefused;
import org.tongban.core.time.SystemClock;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What the settings of a registry must be, and how its credentials are used. */
@TongbanTest
@Tag("CO-75")
@Tag("CO-81")
class RegistryStartTest {
    private static final UnifiedSocialCreditCode CODE = new UnifiedSocialCreditCode("91350203M0001QKT19");
    private static final String UNKNOWN = "{\"code\": \"not-found\"}";

    private final Tongban tongban;
    private final LoopbackGateway gateway = new LoopbackGateway();

    RegistryStartTest(Tongban tongban) {
        this.tongban = tongban;
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private RegistryClients clients(String mode, RegistrySettings settings) {
        try (var context =
                ApplicationContext.builder(mode).deduceEnvironment(false).build()) {
            context.getEnvironment().start();
            return new RegistryClients(
                    List.of(settings),
                    context.getEnvironment(),
                    tongban.context().getBean(ContractSchemas.class),
                    new SimpleMeterRegistry(),
                    tongban.context().getBean(SystemClock.class));
        }
    }

    private static RegistrySettings settings(
            String name, String url, @Nullable String token, @Nullable String file, int page) {
        return new RegistrySettings(name, url, token, file, Duration.ofSeconds(1), Duration.ofSeconds(5), page);
    }

    @ParameterizedTest
    @CsvSource({
        "prod, http://registry.example.org",
        "prod, http://127.0.0.1:1",
        "test, ftp://registry.example.org",
        "prod, https:///path",
        "prod, https://a b",
    })
    void an_address_without_tls_stops_the_start_outside_dev_and_test(String mode, String url) {
        assertThatThrownBy(() -> clients(mode, settings("business", url, null, null, 200)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("platform.registries.business.url");
    }

    @Test
    void an_address_with_tls_is_taken() {
        try (var client = clients("prod", settings("business", "https://registry.example.org", null, null, 200))
                .of("business")) {
            assertThat(client).isNotNull();
        }
    }

    @Test
    void settings_that_cannot_be_meant_stop_the_start(@TempDir Path folder) {
        assertThatThrownBy(() -> clients("test", settings("busines", gateway.url(), null, null, 200)))
                .hasMessageContaining("platform.registries.busines");
        assertThatThrownBy(() -> clients("test", settings("patents", gateway.url(), null, null, 1001)))
                .hasMessageContaining("page-size");
        assertThatThrownBy(() -> clients("test", settings("patents", gateway.url(), "token", "file", 200)))
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> clients(
                        "test",
                        settings(
                                "patents",
                                gateway.url(),
                                null,
                                folder.resolve("none").toString(),
                                200)))
                .hasMessageContaining("credentials-file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]",
                "{'tokenUrl': 'http://127.0.0.1/t', 'clientId': 'a'}",
                "nonsense hush",
                "{'tokenUrl': '//', 'clientId': 'a', 'clientSecret': 'hush'}"
            })
    void a_file_of_credentials_that_is_none_stops_the_start_and_is_not_shown(String content, @TempDir Path folder)
            throws IOException {
        var file = Files.writeString(folder.resolve("credentials.json"), content.replace('\'', '"'));
        assertThatThrownBy(() -> clients("test", settings("business", gateway.url(), null, file.toString(), 200)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("credentials-file")
                .hasMessageNotContaining("hush");
    }

    @Test
    void the_platform_itself_refuses_to_start_with_an_address_that_is_none(@TempDir Path data) {
        assertThatThrownBy(() -> Tongban.start(
                        tongban.servers(), data, Map.of("platform.registries.business.url", "registry.example.org")))
                .hasStackTraceContaining("platform.registries.business.url");
    }

    @Test
    void a_token_is_fetched_once_and_again_when_the_gateway_refuses_it(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("credentials.json"), """
            {"tokenUrl": "%s/token", "clientId": "we", "clientSecret": "hush", "scope": "read"}\
            """.formatted(gateway.url()));
        var fetched = new java.util.concurrent.atomic.AtomicInteger();
        gateway.behave(exchange -> {
            var token = "Bearer t" + fetched.get();
            if (exchange.getRequestURI().getPath().equals("/token")) {
                answer(
                        exchange,
                        200,
                        "{\"access_token\": \"t%d\", \"expires_in\": 3600}".formatted(fetched.incrementAndGet()));
            } else if (token.equals("Bearer t1")
                    && exchange.getRequestURI().getPath().endsWith("9")
                    && token.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 404, UNKNOWN);
            } else {
                answer(exchange, fetched.get() == 2 ? 404 : 401, fetched.get() == 2 ? UNKNOWN : "");
            }
        });
        var clients = clients("test", settings("business", gateway.url(), null, file.toString(), 200));
        var registry = new HttpBusinessRegistry(clients);
        assertThat(registry.find(CODE)).isEmpty();
        assertThat(registry.find(CODE)).isEmpty();
        assertThat(fetched).hasValue(1);
        assertThat(gateway.bodies().getFirst()).isEqualTo("grant_type=client_credentials&scope=read");
        assertThat(gateway.authorizations()).containsExactly("Basic d2U6aHVzaA==", "Bearer t1", "Bearer t1");
        var other = new UnifiedSocialCreditCode("911101085923662400");
        assertThatThrownBy(() -> registry.find(other)).hasMessageContaining("registry-unavailable");
        assertThat(registry.find(other)).isEmpty();
        assertThat(fetched).hasValue(2);
        clients.stop();
    }
}
