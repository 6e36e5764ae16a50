package org.tongban.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Clients that hold on to the server: a third sends a head byte by byte, a third a body, a third reads no answer (CO-84). */
final class SlowCrowd implements AutoCloseable {
    private static final int BETWEEN_BYTES_MILLIS = 1_000;
    private static final int SMALL = 4_096;
    private static final String HEAD = "GET /api/platform/v1/modules HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String BODY = "POST /api/platform/v1/sessions HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"login\":\"";
    private static final String MUCH = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(4);

    private final List<Socket> sockets = new ArrayList<>();
    private final ExecutorService dripping = Executors.newVirtualThreadPerTaskExecutor();

    private SlowCrowd() {}

    /** Connects so many. */
    static SlowCrowd of(URI server, int count) throws IOException {
        var crowd = new SlowCrowd();
        for (int i = 0; i < count; i++) {
            crowd.join(server, i % 3);
        }
        return crowd;
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
            dripping.execute(() -> drip(socket));
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
        for (var socket : sockets) {
            socket.close();
        }
        dripping.shutdownNow();
    }
}
