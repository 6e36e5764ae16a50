package org.tongban.core.limit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.testkit.Tongban;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Who sends or reads too slowly is cut off, by a patience of seconds here, and who gets on is left alone (CO-84). */
@Tag("CO-84")
@Tag("RL-14")
class SlowClientsTest {
    private static final int BREATH = 50;
    private static final int DRIPS = 1_200;
    private static final int PIPELINED = 40;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String PHOTO = "/api/platform/v1/files?slot=trial/photo";
    private static final String LONG_ANSWER = "/openapi.json";
    private static Tongban tongban;

    @BeforeAll
    static void start(@TempDir Path data) {
        tongban = Tongban.beside(
                data,
                Map.of(
                        "platform.web.request-patience",
                        "3s",
                        "platform.web.least-progress",
                        "4KB",
                        "micronaut.server.idle-timeout",
                        "8s"));
    }

    @AfterAll
    static void stop() {
        tongban.stop();
    }

    private static Socket connect() throws IOException {
        var socket = new Socket();
        // So that what is not read fills soon.
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(
                tongban.address().getHost(), tongban.address().getPort()));
        socket.setSoTimeout(BREATH);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String head(String path, String type, int length) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                .formatted(path, type, length);
    }

    /** Waits for a moment whether the other end closes the connection. */
    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Sends one byte after the other and answers whether the other end had enough of it. */
    private static boolean dripped(Socket socket) {
        for (int i = 0; i < DRIPS; i++) {
            try {
                send(socket, "a");
            } catch (IOException closed) {
                return true;
            }
            if (isClosed(socket)) {
                return true;
            }
        }
        return false;
    }

    private static long cutOff() {
        return tongban.context().getBean(SlowClients.class).cutOff();
    }

    @Test
    void a_head_that_drips_is_cut_off() throws Exception {
        var before = cutOff();
        try (var socket = connect()) {
            send(socket, "GET /api/platform/v1/modules HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            assertThat(dripped(socket)).isTrue();
        }
        await().until(() -> cutOff() > before);
    }

    @Test
    void a_head_that_drips_after_a_whole_request_is_cut_off() throws Exception {
        try (var socket = connect()) {
            send(socket, "GET /health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\nGET /health");
            assertThat(dripped(socket)).isTrue();
        }
    }

    @Test
    void a_body_that_drips_is_cut_off() throws Exception {
        try (var socket = connect()) {
            send(socket, head("/api/platform/v1/sessions", "application/json", 100_000) + "\r\n{\"login\":\"");
            assertThat(dripped(socket)).isTrue();
        }
    }

    @Test
    void a_body_that_nobody_will_read_is_cut_off_too() throws Exception {
        try (var socket = connect()) {
            send(socket, head("/api/trial/v1/notes", "application/json", 100_000) + "\r\n{");
            assertThat(dripped(socket)).isTrue();
        }
    }

    @Test
    void an_upload_that_drips_is_cut_off_and_leaves_nothing() throws Exception {
        var writer = People.writer(tongban);
        var picture = picture();
        try (var socket = connect()) {
            send(
                    socket,
                    head(PHOTO, "image/png", picture.length) + "Authorization: Bearer " + writer.token() + "\r\n\r\n");
            socket.getOutputStream().write(picture, 0, picture.length / 2);
            assertThat(dripped(socket)).isTrue();
        }
        await().atMost(LONGEST).until(() -> filesOf(writer) == 0);
    }

    private static long filesOf(People.Person writer) {
        return Rows.count(tongban, "select count(*) from core.file where uploader = ?", writer.account());
    }

    @Test
    void an_upload_that_gets_on_is_left_alone_however_long_it_takes() throws Exception {
        var writer = People.writer(tongban);
        var picture = picture();
        try (var socket = connect()) {
            send(
                    socket,
                    head(PHOTO, "image/png", picture.length) + "Authorization: Bearer " + writer.token() + "\r\n\r\n");
            for (int from = 0; from < picture.length; from += 4096) {
                assertThat(isClosed(socket)).isFalse();
                socket.getOutputStream().write(picture, from, Math.min(4096, picture.length - from));
            }
            socket.setSoTimeout((int) LONGEST.toMillis());
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine())
                    .isEqualTo("HTTP/1.1 201 Created");
        }
    }

    /** Noise that no compression makes small: it takes longer than the patience to send by pieces. */
    private static byte[] picture() throws IOException {
        var noise = new Random(7);
        var picture = new BufferedImage(295, 413, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, noise.nextInt());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /** More than the machine's own buffers take. */
    private static void askForMuch(Socket socket) throws IOException {
        send(
                socket,
                "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .formatted(LONG_ANSWER)
                        .repeat(PIPELINED));
    }

    private static long lengthOfAll() {
        return (long) PIPELINED * tongban.anonymous().get(LONG_ANSWER).body().length;
    }

    @Test
    void who_does_not_read_the_answers_is_cut_off() throws Exception {
        var before = cutOff();
        try (var socket = connect()) {
            askForMuch(socket);
            await().atMost(LONGEST).until(() -> isRefused(socket));
            assertThat(cutOff()).isGreaterThan(before);
            socket.setSoTimeout((int) LONGEST.toMillis());
            assertThat(readToEnd(socket, 0)).isLessThan(lengthOfAll());
        }
    }

    /** Whether the other end takes no byte any more, seen without reading what it sent. */
    private static boolean isRefused(Socket socket) {
        try {
            send(socket, "G");
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void who_reads_slowly_but_gets_on_is_left_alone() throws Exception {
        var wanted = lengthOfAll();
        try (var socket = connect()) {
            askForMuch(socket);
            socket.setSoTimeout((int) LONGEST.toMillis());
            assertThat(readToEnd(socket, wanted)).isGreaterThanOrEqualTo(wanted);
        }
    }

    /** Reads piece by piece until there is nothing more, or so much was read. */
    private static long readToEnd(Socket socket, long enough) throws IOException {
        long all = 0;
        try {
            for (int some = 0; some >= 0 && (enough == 0 || all < enough); ) {
                some = socket.getInputStream().readNBytes(1 << 19).length;
                if (some == 0) {
                    return all;
                }
                all += some;
                LockSupport.parkNanos(Duration.ofMillis(BREATH).toNanos());
            }
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException reset) {
            // Closed while something was under way.
        }
        return all;
    }

    @Test
    void a_connection_on_which_nothing_comes_is_closed() throws Exception {
        try (var socket = connect()) {
            socket.setSoTimeout((int) LONGEST.toMillis());
            assertThat(socket.getInputStream().read()).isNegative();
        }
    }
}
