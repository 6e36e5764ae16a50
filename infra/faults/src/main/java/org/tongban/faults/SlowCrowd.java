package org.tongban.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Clients that hold on to the server: a third sends a head byte by byte, a third a body, a third reads no answer (CO-84). */
final class SlowCrowd implements AutoCloseable {
    private static final int BETWEEN_BYTES_MILLIS = 1_000;
    private static final int SMALL = 4_096;
    private static final String HEAD = "GET /api/platform/v1/modules HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String BODY = "POST /api/platform/v1/sessions HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"login\":\"";
    private static final String MUCH = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(4);

    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Future<Integer> arriving;

    private SlowCrowd() {}

    /** Connects so many, spread over so long; returns at once. */
    static SlowCrowd of(URI server, int count, Duration arrival) {
        var crowd = new SlowCrowd();
        crowd.arriving = crowd.clients.submit(() -> {
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = began + arrival.toNanos() * i / count;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                crowd.join(server, i % 3);
            }
            return count;
        });
        return crowd;
    }

    /** Waits until all are connected, and answers how many they are. */
    int complete() throws ExecutionException, InterruptedException {
        return arriving == null ? 0 : arriving.get();
    }

    private void join(URI server, int kind) throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        // So that an answer that nobody reads does not disappear in the machine's buffers.
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
        var begin = kind == 0 ? HEAD : kind == 1 ? BODY : MUCH;
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        if (kind < 2) {
            clients.execute(() -> drip(socket));
        }
    }

    private static void drip(Socket socket) {
        try {
            for (boolean open = true; open; ) {
                socket.getOutputStream().write('a');
                open = isOpen(socket);
            }
        } catch (IOException closed) {
            // The server has had enough of it.
        }
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        clients.shutdownNow();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
