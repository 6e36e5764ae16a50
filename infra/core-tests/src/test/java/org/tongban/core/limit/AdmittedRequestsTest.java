package org.tongban.core.limit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** One place at the database, one to wait for it: whoever comes then is told to come again, and nothing is lost (CO-88). */
@Tag("CO-88")
@Tag("RL-14")
class AdmittedRequestsTest {
    private static final String AT_A_LOCK = """
        select count(*) from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database() and query like '%trial.note%'\
        """;
    private static Tongban tongban;
    private static ExecutorService others;

    private final People.Person writer = People.writer(tongban);
    private final String note = Notes.written(writer.api(), "Admitted");

    @BeforeAll
    static void start(@TempDir Path data) {
        others = Executors.newVirtualThreadPerTaskExecutor();
        tongban = Tongban.beside(
                data,
                Map.of(
                        "datasources.default.maximum-pool-size",
                        1,
                        "datasources.default.connection-timeout",
                        4_000,
                        "platform.admission.waiting",
                        1));
    }

    @AfterAll
    static void stop() {
        tongban.stop();
        others.close();
    }

    /** Holds the note back from whoever wants to change it, until it is closed. */
    private Connection holding() throws SQLException {
        var connection = Rows.connect(tongban);
        connection.setAutoCommit(false);
        try (var locked = connection.prepareStatement("select id from trial.note where id = ?::uuid for update")) {
            locked.setString(1, note.substring(note.lastIndexOf('/') + 1));
            locked.execute();
        }
        return connection;
    }

    private CompletableFuture<Answer> submitted() {
        var submitted = CompletableFuture.supplyAsync(() -> writer.api().post(note + "/submit"), others);
        await().until(() -> Rows.count(tongban, AT_A_LOCK) == 1);
        return submitted;
    }

    private CompletableFuture<Answer> read() {
        return CompletableFuture.supplyAsync(() -> writer.api().get(note), others);
    }

    private static int waiting() {
        return tongban.context().getBean(Admission.class).waiting();
    }

    private static void assertToldToComeAgain(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    private void assertAllIsFree() {
        for (int i = 0; i < 5; i++) {
            assertThat(writer.api().get(note).status()).isEqualTo(200);
        }
        assertThat(waiting()).isZero();
        // The head of an answer is with its client a moment before it is counted out.
        await().until(() -> tongban.context().getBean(Admission.class).underway() == 0);
    }

    @Test
    void where_as_many_wait_as_may_the_next_is_told_at_once() throws Exception {
        CompletableFuture<Answer> submitted;
        CompletableFuture<Answer> waiting;
        try (var held = holding()) {
            submitted = submitted();
            waiting = read();
            await().until(() -> waiting() == 1);
            assertToldToComeAgain(writer.api().get(note));
            assertToldToComeAgain(tongban.anonymous().get("/api/platform/v1/modules"));
            assertThat(tongban.anonymous().get("/health/liveness").status()).isEqualTo(200);
            held.rollback();
        }
        assertThat(submitted.get().status()).isEqualTo(200);
        assertThat(waiting.get().status()).isIn(200, 503);
        assertAllIsFree();
    }

    @Test
    void who_is_turned_away_keeps_the_connection_and_is_answered_on_it_later() throws Exception {
        CompletableFuture<Answer> submitted;
        CompletableFuture<Answer> waiting;
        var body = "x".repeat(100_000);
        try (var socket =
                new Socket(tongban.address().getHost(), tongban.address().getPort())) {
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            try (var held = holding()) {
                submitted = submitted();
                waiting = read();
                await().until(() -> waiting() == 1);
                socket.getOutputStream()
                        .write("""
                            POST /api/trial/v1/notes?x=1 HTTP/1.1\r
                            Host: localhost\r
                            Accept-Language: en\r
                            Content-Type: application/json\r
                            Content-Length: %d\r
                            \r
                            %sGET /health/liveness HTTP/1.1\r
                            Host: localhost\r
                            \r
                            """.formatted(body.length(), body).getBytes(US_ASCII));

                var refusal = received(answers);
                assertThat(refusal.getFirst()).isEqualTo("HTTP/1.1 503 Service Unavailable");
                assertThat(refusal)
                        .contains(
                                "content-type: application/problem+json",
                                "content-language: en",
                                "x-content-type-options: nosniff",
                                "cache-control: no-store",
                                "retry-after: 5")
                        .last(STRING)
                        .contains("\"instance\":\"/api/trial/v1/notes\"", "\"code\":\"unavailable\"", "\"traceId\":\"");
                assertThat(received(answers).getFirst()).startsWith("HTTP/1.1 200 ");
                held.rollback();
            }
            assertThat(submitted.get().status()).isEqualTo(200);
            assertThat(waiting.get().status()).isIn(200, 503);
            socket.getOutputStream()
                    .write("GET /api/platform/v1/modules HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            assertThat(received(answers).getFirst()).startsWith("HTTP/1.1 200 ");
        }
        assertAllIsFree();
    }

    /** The lines of an answer's head, and its body as the last. */
    private static List<String> received(BufferedReader answers) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            lines.add(
                    lines.isEmpty()
                            ? line
                            : line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                                    + line.substring(line.indexOf(':')));
        }
        var length = lines.stream()
                .filter(line -> line.startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length())))
                .findFirst()
                .orElseThrow();
        var body = new StringBuilder();
        while (body.toString().getBytes(UTF_8).length < length) {
            body.append((char) answers.read());
        }
        lines.add(body.toString());
        return lines;
    }

    @Test
    void who_waits_to_be_told_to_go_on_is_turned_away_for_good() throws Exception {
        CompletableFuture<Answer> submitted;
        try (var socket = new Socket(
                        tongban.address().getHost(), tongban.address().getPort());
                var held = holding()) {
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            submitted = submitted();
            var waiting = read();
            await().until(() -> waiting() == 1);
            socket.getOutputStream().write("""
                POST /api/trial/v1/notes HTTP/1.1\r
                Host: localhost\r
                Expect: 100-continue\r
                Content-Length: 10\r
                \r
                """.getBytes(US_ASCII));
            assertThat(received(answers))
                    .contains("connection: close")
                    .first(STRING)
                    .contains(" 503 ");
            assertThat(answers.read()).isNegative();
            held.rollback();
            assertThat(waiting.get().status()).isIn(200, 503);
        }
        assertThat(submitted.get().status()).isEqualTo(200);
        assertAllIsFree();
    }

    @Test
    void who_waits_too_long_is_told_to_come_again() throws Exception {
        CompletableFuture<Answer> submitted;
        try (var held = holding()) {
            submitted = submitted();
            assertToldToComeAgain(read().get());
            held.rollback();
        }
        assertThat(submitted.get().status()).isEqualTo(200);
        assertAllIsFree();
    }

    @Test
    void a_client_that_goes_away_leaves_its_place() throws Exception {
        try (var held = holding()) {
            try (var socket =
                    new Socket(tongban.address().getHost(), tongban.address().getPort())) {
                socket.getOutputStream()
                        .write("POST %s/submit HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                                .formatted(note, writer.token())
                                .getBytes(US_ASCII));
                await().until(() -> Rows.count(tongban, AT_A_LOCK) == 1);
            }
            held.rollback();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> writer.api().get(note).status() == 200);
        assertAllIsFree();
    }

    @Test
    void a_refusal_gives_the_place_back() {
        for (int i = 0; i < 5; i++) {
            assertThat(writer.api().get(Notes.PATH + "/" + UUID.randomUUID()).status())
                    .isEqualTo(404);
        }
        assertAllIsFree();
    }

    @Test
    void a_crowd_is_served_or_told_and_none_is_lost() {
        var crowd = Stream.generate(this::read).limit(40).toList();
        for (var one : crowd) {
            try {
                var answer = one.join();
                if (answer.status() != 200) {
                    assertToldToComeAgain(answer);
                }
            } catch (CompletionException broken) {
                throw new AssertionError("no answer", broken);
            }
        }
        assertAllIsFree();
    }
}
