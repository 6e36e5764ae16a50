package org.tongban.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.tongban.testkit.Tongban;
import org.tongban.trial.People;

/** Uploads of files that are never whole in memory on this side either. */
final class LargeUpload {
    private static final int ALMOST_ALL = 16 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private LargeUpload() {}

    /** What ten uploads took, measured when nearly all of each has been sent. */
    record Growth(long bytes, List<Integer> statuses) {}

    /** So many zeros. */
    static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            var some = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + some, (byte) 0);
            left -= some;
            return some;
        }
    }

    /** Says that it has been reached, and ends when it may. */
    private static final class Gate extends InputStream {
        private final CountDownLatch reached;
        private final CountDownLatch open;
        private boolean passed;

        Gate(CountDownLatch reached, CountDownLatch open) {
            this.reached = reached;
            this.open = open;
        }

        @Override
        public int read() throws IOException {
            if (!passed) {
                passed = true;
                reached.countDown();
                try {
                    if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                        throw new InterruptedIOException("the gate never opened");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException();
                }
            }
            return -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }

    /** An archive of one entry of so many zeros. */
    static InputStream archive(int zeros) {
        var frame = HostileFile.around(zeros);
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(frame[0]), new Zeros(zeros), new ByteArrayInputStream(frame[1]))));
    }

    static HttpResponse<String> of(Tongban tongban, People.Person writer, String path, Supplier<InputStream> body)
            throws Exception {
        try (var client = client()) {
            return client.send(
                    request(tongban, writer, path, BodyPublishers.ofInputStream(body)), BodyHandlers.ofString());
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpRequest request(Tongban tongban, People.Person writer, String path, BodyPublisher body) {
        return HttpRequest.newBuilder(tongban.address().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + writer.token())
                .POST(body)
                .build();
    }

    /**
     * Sends files that turn out bad at their end, of the kinds of which the server keeps most.
     *
     * @param whileHeld what is done while nearly all of each has been sent
     */
    static Growth memoryOf(
            int count, boolean lengthTold, Tongban tongban, People.Person writer, String path, Callable<?> whileHeld)
            throws Exception {
        var reached = new CountDownLatch(count);
        var open = new CountDownLatch(1);
        var before = used();
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        try (var client = client()) {
            for (var index = 0; index < count; index++) {
                var start = start(index);
                var body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(List.of(
                        new ByteArrayInputStream(start),
                        new Zeros(ALMOST_ALL),
                        new Gate(reached, open),
                        new ByteArrayInputStream(HostileFile.SCRIPT)))));
                var length = (long) start.length + ALMOST_ALL + HostileFile.SCRIPT.length;
                answers.add(client.sendAsync(
                        request(tongban, writer, path, lengthTold ? BodyPublishers.fromPublisher(body, length) : body),
                        BodyHandlers.ofString()));
            }
            if (!reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("not all uploads came so far");
            }
            var after = used();
            whileHeld.call();
            open.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode());
            }
            return new Growth(after - before, statuses);
        }
    }

    /** What is alive on the heap. */
    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** The beginnings of an archive, a 7z, a picture and a document. */
    private static byte[] start(int index) {
        return switch (index % 4) {
            case 0 -> HostileFile.around(ALMOST_ALL)[0];
            case 1 -> sevenZip();
            case 2 -> HostileFile.join(HostileFile.ascii("Rar!\u001a\u0007\u0001\0"), rarMain(), rarFile());
            default -> pictureStart();
        };
    }

    private static byte[] sevenZip() {
        var start = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        start.putLong(ALMOST_ALL).putLong(1 << 20).putInt(0);
        return HostileFile.join(
                HostileFile.bytes('7', 'z', 0xbc, 0xaf, 0x27, 0x1c, 0, 4), crc(start.array()), start.array());
    }

    private static byte[] rarMain() {
        return HostileFile.join(crc(HostileFile.bytes(3, 1, 0, 0)), HostileFile.bytes(3, 1, 0, 0));
    }

    /** A header of a file that holds all zeros: their number takes four bytes of seven bits. */
    private static byte[] rarFile() {
        var length = HostileFile.bytes(
                ALMOST_ALL & 0x7f | 0x80,
                ALMOST_ALL >> 7 & 0x7f | 0x80,
                ALMOST_ALL >> 14 & 0x7f | 0x80,
                ALMOST_ALL >> 21 & 0x7f);
        var header = HostileFile.join(
                HostileFile.bytes(2, 2), length, HostileFile.bytes(0), length, HostileFile.bytes(0x20, 0, 1, 1, 'a'));
        var sized = HostileFile.join(HostileFile.bytes(header.length), header);
        return HostileFile.join(crc(sized), sized);
    }

    /** A picture whose image goes on for as long as the zeros do, and a little longer. */
    private static byte[] pictureStart() {
        var png = HostileFile.png(300, 420);
        return HostileFile.join(Arrays.copyOf(png, 33), HostileFile.number(ALMOST_ALL - 4), HostileFile.ascii("IDAT"));
    }

    private static byte[] crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .array();
    }
}
