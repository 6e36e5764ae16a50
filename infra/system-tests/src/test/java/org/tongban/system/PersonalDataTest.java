package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Migrate;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.ServerProcess;

/** What an installation leaves behind after people have worked with it, on servers of its own (RL-12). */
@Tag("RL-12")
@Tag("CO-58")
class PersonalDataTest {
    private static final String PLATFORM = Filings.PLATFORM;
    private static final String WRONG = "Canary-Guess-5512";
    private static final String CHOSEN = "Canary-Lantern-9081";
    private static final String NAME = "金丝雀检修仪";

    private static final Pattern CODE = Pattern.compile("\\d{6}");

    /** Where an installation keeps its own secrets, mode 0600: they are meant to be there. */
    private static final List<String> SECRET_FILES = List.of("secrets.env", "demo-accounts.env", "embedded.env");

    private final Path data = Path.of(System.getProperty("tongban.test.data"))
            .toAbsolutePath()
            .resolve("personal-" + ProcessHandle.current().pid());

    /** What must be found nowhere, by what it is. */
    private final Map<String, String> canaries = new LinkedHashMap<>();

    private String answered = "";

    @Test
    void tables_files_and_logs_hold_no_phone_password_or_token_after_a_journey() throws Exception {
        try (var servers = EmbeddedProcess.start(data)) {
            var environment = new HashMap<>(servers.environment());
            environment.put("TONGBAN_DATA", data.toString());
            Migrate.run(environment);
            var log = data.resolve("server.log");
            try (var server = ServerProcess.start(environment, log)) {
                journey(server);
            }
            assertThat(canaries).hasSizeGreaterThan(8);
            assertThat(canaries)
                    .allSatisfy((name, word) -> assertThat(answered)
                            .as("problem bodies echo %s", name)
                            .doesNotContain(word));
            try (var database = connected(environment)) {
                assertThat(Traces.inTables(database, Map.of("the product", NAME)))
                        .as("the search finds what is there")
                        .contains("the product in product_filing.product");
                assertThat(Traces.inTables(database, canaries)).isEmpty();
                assertThat(Traces.sealedButNotDeclared(database))
                        .as("a sealed column has the type core.sealed, or its values stay behind when the master key is"
                                + " replaced")
                        .isEmpty();
            }
            assertThat(Files.readString(log)).isNotEmpty();
            assertThat(Traces.inFiles(data, SECRET_FILES, Map.of("the product", NAME)))
                    .as("the search finds what is there")
                    .isNotEmpty();
            assertThat(Traces.inFiles(data, SECRET_FILES, canaries)).isEmpty();
        }
    }

    private void journey(ServerProcess server) throws Exception {
        try (var kept = Files.lines(data.resolve("demo-accounts.env"))) {
            kept.filter(line -> line.contains("_PASSWORD="))
                    .forEach(line ->
                            canaries.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        }
        canaries.put("the phone of unit-a", "13800000001");
        canaries.put("the phone of unit-b", "13800000002");
        var admin = server.withToken(token("the administrator", server.signIn("admin")));
        var unit = server.withToken(token("the unit", server.signIn("unit-a")));
        var reviewer = server.withToken(token("the reviewer", server.signIn("reviewer")));

        new Filings(unit, admin, reviewer, "202121635235.X", "202121741650.3")
                .withRegistry()
                .filed(NAME);
        canaries.put("the phone of a representative", "13912340987");
        canaries.put("the phone of a contact", "87654321");
        Filings.ok(unit.put(
                Filings.OWN + "/units/me/change",
                Api.json("{'legalRepPhone': '13912340987', 'contactPhone': '0571-87654321'}")));
        signInAndOut(server);
        canaries.put("the newcomer's refresh token", newcomer(server, admin));
        code(server);
        misuse(server);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        server.anonymous().get(PLATFORM + "/dev/outbox").text().contains("\"state\":\"sent\""));
    }

    /** A session that is opened, refreshed, misused and ended. */
    private void signInAndOut(ServerProcess server) {
        var opened = signIn(server, "filing-unit", "unit-b", canaries.getOrDefault("DEMO_UNIT_B_PASSWORD", ""));
        assertThat(opened.status()).isEqualTo(201);
        var refresh = Filings.value(opened, "refreshToken");
        canaries.put("a refresh token", refresh);
        canaries.put("another token", Filings.value(opened, "accessToken"));
        var renewed = refreshed(server, refresh);
        assertThat(renewed.status()).isEqualTo(200);
        canaries.put("the next refresh token", Filings.value(renewed, "refreshToken"));
        problem(refreshed(server, refresh));
        problem(signIn(server, "filing-unit", "unit-b", WRONG));
        canaries.put("a wrong password", WRONG);
    }

    /** One of staff who gets an initial password and changes it; answers the refresh token. */
    private String newcomer(ServerProcess server, Api admin) {
        var made = Filings.ok(admin.post(
                PLATFORM + "/staff",
                Api.json("{'login': 'newcomer', 'roles': ['filing-reviewer'], 'region': '410000'}")));
        var initial = Filings.value(made, "initialPassword");
        canaries.put("the initial password", initial);
        var session = Filings.ok(signIn(server, "staff", "newcomer", initial));
        canaries.put("the chosen password", CHOSEN);
        var changed = Filings.ok(server.withToken(token("the newcomer", Filings.value(session, "accessToken")))
                .post(
                        PLATFORM + "/me/password",
                        Api.json("{'currentPassword': '%s', 'newPassword': '%s'}".formatted(initial, CHOSEN))));
        return Filings.value(changed, "refreshToken");
    }

    /** A code that is mailed, tried and exchanged for a proof. */
    private void code(ServerProcess server) {
        var anonymous = server.anonymous();
        var mailbox = "canary.mailbox@example.org";
        canaries.put("the e-mail address", mailbox);
        var sent = Filings.ok(anonymous.post(
                PLATFORM + "/codes",
                Api.json("{'realm': 'filing-unit', 'purpose': 'register', 'email': '%s'}".formatted(mailbox))));
        var text =
                await().atMost(Duration.ofSeconds(30)).until(() -> mailed(server, mailbox), found -> !found.isEmpty());
        var code = CODE.matcher(text);
        assertThat(code.find()).as(text).isTrue();
        // Six digits stand in many a number; these are found where they stand in what was sent or as a value.
        canaries.put("the words with the code", text.substring(Math.max(0, code.start() - 3), code.end() + 1));
        canaries.put("the code", "\"" + code.group() + "\"");
        var path = PLATFORM + "/codes/" + Filings.value(sent, "id") + "/verification";
        problem(anonymous.post(path, Api.json("{'code': 'no-code'}")));
        var proof = Filings.ok(anonymous.post(path, Api.json("{'code': '%s'}".formatted(code.group()))));
        canaries.put("the proof", Filings.value(proof, "proof"));
    }

    /** What was mailed to an address, once it was. */
    private static String mailed(ServerProcess server, String mailbox) {
        for (var item : server.anonymous().get(PLATFORM + "/dev/outbox").json().path("items")) {
            if (item.toString().contains(mailbox)) {
                return item.path("text").asText();
            }
        }
        return "";
    }

    /** Secrets where they do not belong: what is refused must not be repeated, in an answer or in the log. */
    private void misuse(ServerProcess server) {
        var anonymous = server.anonymous();
        var token = canaries.getOrDefault("the token of the unit", "");
        problem(anonymous.json("POST", PLATFORM + "/sessions", "{\"password\": \"" + CHOSEN + "\", "));
        problem(anonymous.post(
                PLATFORM + "/sessions",
                Api.json("{'realm': 'staff', 'login': 'newcomer', 'password': ['%s']}".formatted(CHOSEN))));
        problem(anonymous.post(
                PLATFORM + "/sessions/refresh",
                Api.json("{'refreshToken': '%s', 'phone': '13800000001'}"
                        .formatted(canaries.get("the next refresh token")))));
        problem(server.withToken(token + "x").get(PLATFORM + "/me"));
        problem(anonymous.with("Authorization", "Basic " + token).get(PLATFORM + "/me"));
    }

    private static Answer signIn(ServerProcess server, String realm, String login, String password) {
        return server.anonymous()
                .post(
                        PLATFORM + "/sessions",
                        Api.json("{'realm': '%s', 'login': '%s', 'password': '%s'}".formatted(realm, login, password)));
    }

    private static Answer refreshed(ServerProcess server, String token) {
        return server.anonymous()
                .post(PLATFORM + "/sessions/refresh", Api.json("{'refreshToken': '%s'}".formatted(token)));
    }

    private String token(String whose, String accessToken) {
        canaries.put("the token of " + whose, accessToken);
        canaries.put("the signature of " + whose, accessToken.substring(accessToken.lastIndexOf('.') + 1));
        return accessToken;
    }

    private void problem(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        answered += answer.text();
    }

    private static Connection connected(Map<String, String> environment) throws SQLException {
        return DriverManager.getConnection(
                environment.get("DATABASE_URL"),
                environment.get("DATABASE_OWNER_USER"),
                environment.get("DATABASE_OWNER_PASSWORD"));
    }
}
