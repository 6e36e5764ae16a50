package org.tongban.core.file.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongban.core.file.scan.ClamdSpeaker.Mood;

@Tag("CO-37")
class ClamdTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ClamdSpeaker speaker;

    ClamdTest() throws IOException {
        speaker = new ClamdSpeaker();
    }

    @AfterEach
    void stop() throws IOException {
        speaker.close();
    }

    private static Clamd at(int port, Duration timeout) {
        return new Clamd(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
    }

    private ScanVerdict scanned(byte[] content) throws IOException {
        return at(speaker.port(), LONG).scan(new ByteArrayInputStream(content));
    }

    private static byte[] eicar() {
        return ClamdSpeaker.EICAR.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void passes_what_the_scanner_passes_and_shows_it_every_byte() throws IOException {
        var content = "0123456789".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        assertThat(scanned(content)).isEqualTo(new ScanVerdict.Clean());
        assertThat(speaker.scanned()).singleElement().isEqualTo(content);
    }

    @Test
    void names_what_the_scanner_found() throws IOException {
        assertThat(scanned(eicar())).isEqualTo(new ScanVerdict.Infected(ClamdSpeaker.SIGNATURE));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"FAILING", "HALF", "CLOSING", "ENDLESS"})
    void knows_nothing_where_the_scanner_does_not_say(Mood mood) throws IOException {
        speaker.be(mood);
        assertThat(scanned(eicar())).isInstanceOf(ScanVerdict.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT", "DEAF"})
    void waits_no_longer_than_it_may(Mood mood) throws IOException {
        speaker.be(mood);
        // More than the buffers of a connection hold: a write to one who does not read would last for ever.
        var much = new ByteArrayInputStream(new byte[32 * 1024 * 1024]);
        assertThat(at(speaker.port(), SHORT).scan(much)).isInstanceOf(ScanVerdict.Unknown.class);
    }

    @Test
    void knows_nothing_where_nobody_listens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(at(free, LONG).scan(new ByteArrayInputStream(eicar()))).isInstanceOf(ScanVerdict.Unknown.class);
    }

    @Test
    void is_told_that_a_file_is_too_large_though_it_still_sends() throws IOException {
        speaker.be(Mood.NARROW);
        assertThat(scanned(new byte[ClamdSpeaker.MOST + 1])).isEqualTo(new ScanVerdict.Rejected(Clamd.TOO_LARGE));
        assertThat(scanned(new byte[8 * 1024 * 1024])).isEqualTo(new ScanVerdict.Rejected(Clamd.TOO_LARGE));
        assertThat(scanned(new byte[ClamdSpeaker.MOST])).isEqualTo(new ScanVerdict.Clean());
    }

    @Test
    void blames_the_content_that_breaks_off_and_not_the_scanner() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the store is gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> at(speaker.port(), LONG).scan(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("the store is gone");
    }

    @Test
    void a_real_clamd_is_understood(@TempDir Path folder) throws IOException {
        var program = program();
        assumeTrue(program.isPresent(), "no clamd is installed here: the loopback speaker has to do");
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Files.writeString(
                Files.createDirectory(folder.resolve("signatures")).resolve("own.ndb"),
                "Own.Eicar:0:*:" + HexFormat.of().formatHex(eicar()) + "\n");
        var settings = folder.resolve("clamd.conf");
        Files.writeString(settings, """
            Foreground yes
            TCPSocket %d
            TCPAddr 127.0.0.1
            DatabaseDirectory %s
            StreamMaxLength 1M
            """.formatted(port, folder.resolve("signatures")));
        var clamd = new ProcessBuilder(program.get().toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        try {
            var client = at(port, LONG);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> client.scan(new ByteArrayInputStream(new byte[] {1})) instanceof ScanVerdict.Clean);
            assertThat(client.scan(new ByteArrayInputStream(eicar())))
                    .isEqualTo(new ScanVerdict.Infected("Own.Eicar.UNOFFICIAL"));
            assertThat(client.scan(new ByteArrayInputStream(new byte[4 * 1024 * 1024])))
                    .isEqualTo(new ScanVerdict.Rejected(Clamd.TOO_LARGE));
        } finally {
            clamd.destroy();
            clamd.onExit().join();
        }
    }

    private static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
