package org.tongban.core.limit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;

/** Requests that come before the answer to the last are answered one after the other, and none is lost (CO-84). */
@Tag("CO-84")
class PipelinedRequestsTest {
    private static final int LONGEST = 60_000;
    private static final int MANY = 60;
    private static final String NOWHERE = "/api/platform/v1/nowhere-";

    private Socket socket;
    private InputStream answers;

    @BeforeEach
    void connect() throws IOException {
        var server = Tongban.running().address();
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(LONGEST);
        socket.setTcpNoDelay(true);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    @AfterEach
    void disconnect() throws IOException {
        socket.close();
    }

    /** An answer as it came over the wire, names of headers in lower case. */
    private record Received(String status, Map<String, String> headers, String body) {}

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path);
    }

    private static String post(String path, String body) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, body.getBytes(UTF_8).length, body);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            assertThat(next).as("the connection ended").isNotNegative();
            line.write(next);
        }
        return line.toString(UTF_8).strip();
    }

    private Received receive() throws IOException {
        var status = line();
        var headers = new TreeMap<String, String>();
        for (var header = line(); !header.isEmpty(); header = line()) {
            var parts = header.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Received(status, headers, new String(answers.readNBytes(length), UTF_8));
    }

    private void assertIsAnswerFrom(int number) throws IOException {
        var answer = receive();
        assertThat(answer.status()).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(answer.body()).contains('"' + NOWHERE + number + '"');
    }

    @Test
    void many_in_one_packet_are_answered_in_their_order() throws Exception {
        var all = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            all.append(get(NOWHERE + i));
        }
        send(all.toString());

        for (int i = 0; i < MANY; i++) {
            assertIsAnswerFrom(i);
        }
        send(get(NOWHERE + MANY));
        assertIsAnswerFrom(MANY);
    }

    @Test
    void a_body_behind_another_request_arrives_whole() throws Exception {
        var body = "{\"login\":\"" + "长".repeat(3_000) + "\",\"surplus\":true}";
        var second = post("/api/platform/v1/sessions", body);
        send(get(NOWHERE + 1) + second.substring(0, second.length() / 2));
        assertIsAnswerFrom(1);
        send(second.substring(second.length() / 2) + get(NOWHERE + 2));

        var refused = receive();
        assertThat(refused.status()).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(refused.body()).contains("/surplus");
        assertIsAnswerFrom(2);
    }

    @Test
    void what_comes_in_single_bytes_while_another_is_answered_is_put_together() throws Exception {
        for (var one : (get(NOWHERE + 1) + get(NOWHERE + 2) + get(NOWHERE + 3)).split("")) {
            send(one);
        }

        for (int i = 1; i <= 3; i++) {
            assertIsAnswerFrom(i);
        }
    }

    @Test
    void a_long_answer_arrives_whole_before_the_next_begins() throws Exception {
        send(get("/openapi.json") + get(NOWHERE + 1) + get("/openapi.json") + get(NOWHERE + 2));
        var expected = Tongban.running().anonymous().get("/openapi.json").text();

        for (int i = 1; i <= 2; i++) {
            assertThat(receive().body()).isEqualTo(expected);
            assertIsAnswerFrom(i);
        }
    }

    @Test
    void a_request_behind_one_that_is_refused_is_answered() throws Exception {
        send(post("/api/trial/v1/notes", "{\"a\":1}") + get(NOWHERE + 1));

        assertThat(receive().status()).isEqualTo("HTTP/1.1 401 Unauthorized");
        assertIsAnswerFrom(1);
    }

    @Test
    void nothing_is_answered_behind_what_ended_the_connection() throws Exception {
        send("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(NOWHERE + 1)
                + get(NOWHERE + 2));

        assertIsAnswerFrom(1);
        assertThat(answers.read()).isNegative();
    }

    @Test
    void who_asks_whether_to_go_on_is_told_and_then_answered() throws Exception {
        var body = "{\"login\":\"nobody\",\"surplus\":true}";
        send("""
            POST /api/platform/v1/sessions HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Expect: 100-continue\r
            Content-Length: %d\r
            \r
            """.formatted(body.length()));
        assertThat(receive().status()).isEqualTo("HTTP/1.1 100 Continue");
        send(body + get(NOWHERE + 1));

        assertThat(receive().status()).isEqualTo("HTTP/1.1 400 Bad Request");
        assertIsAnswerFrom(1);
    }
}
