package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.module.Migrate;
import org.tongban.core.module.Platform;
import org.tongban.testkit.EmbeddedProcess;

/** The very first start of an installation, on servers of its own (CO-29). */
class FirstAdministratorTest {
    private static final Pattern PRINTED = Pattern.compile("realm staff, login admin, one-time password (\\S+) ");

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path data;

    @Test
    @Tag("CO-23")
    @Tag("CO-29")
    void the_first_start_makes_an_administrator_who_must_change_the_password() throws Exception {
        try (var servers = EmbeddedProcess.start(data)) {
            var environment = new HashMap<>(servers.environment());
            environment.put("MICRONAUT_ENVIRONMENTS", "test");
            Migrate.run(environment);
            started(environment, (address, printed) -> {
                var found = PRINTED.matcher(printed);
                assertThat(found.find()).as(printed).isTrue();
                assertChangeIsForced(address, found.group(1));
            });
            var second = started(environment, (address, printed) -> {});
            assertThat(PRINTED.matcher(second).find()).isFalse();
            forgetAccounts(servers.environment());
            environment.put("TONGBAN_DATA", data.resolve("platform").toString());
            started(environment, (address, printed) -> assertChangeIsForced(address, keptPassword(printed)));
        }
    }

    private static void forgetAccounts(Map<String, String> environment) throws Exception {
        try (var connection = DriverManager.getConnection(
                        environment.get("DATABASE_URL"),
                        environment.get("DATABASE_OWNER_USER"),
                        environment.get("DATABASE_OWNER_PASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute("truncate core.account, core.sign_in_attempt cascade");
        }
    }

    /** The password that lies in the data folder, for its owner only; what was printed names the file and not more. */
    private String keptPassword(String printed) throws Exception {
        var file = data.resolve("platform").resolve("first-administrator.env");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var line = Files.readString(file).strip();
        assertThat(line).startsWith("ONE_TIME_PASSWORD=");
        var password = line.substring(line.indexOf('=') + 1);
        assertThat(printed).contains(file.toString()).doesNotContain(password);
        return password;
    }

    private void assertChangeIsForced(URI address, String password) throws Exception {
        var signIn = JsonNodeFactory.instance
                .objectNode()
                .put("realm", "staff")
                .put("login", "admin")
                .put("password", password);
        var session = posted(address, "/api/platform/v1/sessions", signIn, null);
        assertThat(session.statusCode()).as(session.body()).isEqualTo(201);
        var tokens = mapper.readTree(session.body());
        assertThat(tokens.path("mustChangePassword").asBoolean()).isTrue();
        var token = tokens.path("accessToken").asText();
        var imports = "/api/platform/v1/registries/patents/imports";
        assertThat(posted(address, imports, "text/csv", "patentNumber", token).statusCode())
                .isEqualTo(403);
        var change = JsonNodeFactory.instance
                .objectNode()
                .put("currentPassword", password)
                .put("newPassword", "Tall-Lantern-63");
        assertThat(posted(address, "/api/platform/v1/me/password", change, token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(posted(address, "/api/platform/v1/sessions", signIn, null).statusCode())
                .isEqualTo(401);
        var changed = posted(address, "/api/platform/v1/sessions", signIn.put("password", "Tall-Lantern-63"), null);
        assertThat(changed.statusCode()).isEqualTo(201);
        assertThat(mapper.readTree(changed.body()).path("mustChangePassword").asBoolean())
                .isFalse();
    }

    /** Starts the platform, lets {@code work} see what it printed, stops it, and answers what it printed. */
    private static String started(Map<String, String> environment, Work work) throws Exception {
        var terminal = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try (var context =
                Platform.start(environment, Map.of("micronaut.server.port", -1, "platform.tasks.enabled", false))) {
            System.setOut(terminal);
            work.on(context.getBean(EmbeddedServer.class).getURI(), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(terminal);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> posted(URI address, String path, ObjectNode body, @Nullable String token)
            throws Exception {
        return posted(address, path, "application/json", body.toString(), token);
    }

    private HttpResponse<String> posted(URI address, String path, String type, String body, @Nullable String token)
            throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private interface Work {
        void on(URI address, String printed) throws Exception;
    }
}
