package org.tongban.faults.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One connection, written to byte by byte: what a client library would never send. Not for use by several threads. */
public final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_LINE = 1 << 16;

    private final InetSocketAddress address;
    private @Nullable Socket socket;
    private @Nullable InputStream input;

    /** A connection that is made when it is first needed. */
    public Wire(URI server) {
        this.address = new InetSocketAddress(server.getHost(), server.getPort());
    }

    /**
     * Sends a whole request and reads its answer, over the connection kept from the last one where it still stands.
     *
     * @throws IOException where the server ends the connection without an answer
     */
    public Reply send(byte[] request, boolean head) throws IOException {
        boolean kept = socket != null;
        try {
            return exchange(request, head);
        } catch (IOException broken) {
            close();
            if (!kept) {
                throw broken;
            }
            // The server may close a kept connection at any time; on a new one there is no excuse.
            return exchange(request, head);
        }
    }

    /** Sends a request on a connection of its own, in pieces with a pause between them. */
    Reply trickle(byte[] request, int pieces, Duration pause) throws IOException {
        close();
        var open = connect();
        int piece = Math.max(1, request.length / pieces);
        for (int from = 0; from < request.length; from += piece) {
            open.getOutputStream().write(request, from, Math.min(piece, request.length - from));
            open.getOutputStream().flush();
            LockSupport.parkNanos(pause.toNanos());
        }
        var reply = read(false);
        close();
        return reply;
    }

    /** Sends a request and goes away without reading. */
    void abandon(byte[] request) throws IOException {
        close();
        connect().getOutputStream().write(request);
        close();
    }

    private Reply exchange(byte[] request, boolean head) throws IOException {
        var open = socket == null ? connect() : socket;
        IOException unsent = null;
        try {
            open.getOutputStream().write(request);
            open.getOutputStream().flush();
        } catch (IOException refusedEarly) {
            // The answer may stand there although the server did not take all of the request.
            unsent = refusedEarly;
        }
        try {
            var reply = read(head);
            if (reply.last() || unsent != null) {
                close();
            }
            return reply;
        } catch (IOException broken) {
            throw unsent == null ? broken : unsent;
        }
    }

    private Socket connect() throws IOException {
        var open = new Socket();
        open.setSoTimeout((int) PATIENCE.toMillis());
        open.setTcpNoDelay(true);
        open.connect(address, (int) PATIENCE.toMillis());
        socket = open;
        input = new BufferedInputStream(open.getInputStream());
        return open;
    }

    private Reply read(boolean head) throws IOException {
        var in = input;
        if (in == null) {
            throw new EOFException("no connection");
        }
        var line = line(in).split(" ", 3);
        if (line.length < 2 || !line[0].matches("HTTP/\\d\\.\\d") || !line[1].matches("\\d{3}")) {
            throw new IOException("not an answer of HTTP: " + String.join(" ", line));
        }
        int status = Integer.parseInt(line[1]);
        var headers = headers(in);
        if (status < 200) {
            return read(head);
        }
        boolean empty = head || status == 204 || status == 304;
        boolean known = empty || headers.containsKey("content-length") || headers.containsKey("transfer-encoding");
        var body = empty ? new byte[0] : body(in, headers);
        var last = !known || headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new Reply(status, Map.copyOf(headers), body, last);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            var whole = new ByteArrayOutputStream();
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                whole.write(exactly(in, size));
                line(in);
            }
            headers(in);
            return whole.toByteArray();
        }
        var length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(in, Integer.parseInt(length));
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
        var bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the answer ended after %d of %d bytes".formatted(bytes.length, size));
        }
        return bytes;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("the connection ended within an answer");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException gone) {
                // Closed is closed.
            }
            socket = null;
            input = null;
        }
    }
}
