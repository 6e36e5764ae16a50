package org.tongban.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over one connection that is kept: as little work as possible, for the machine is shared with what is measured.
 * For one thread.
 */
public final class Exchange implements Closeable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] line = new byte[8192];
    private byte[] body = new byte[65_536];
    private int length;
    private @Nullable String etag;

    public Exchange(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 32_768);
    }

    /** The bytes of a GET. */
    public static byte[] get(String path, @Nullable String token) {
        return head("GET", path, token).append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The bytes of a request with a body.
     *
     * @param headers lines that each end with CR and LF
     */
    public static byte[] request(
            String method, String path, @Nullable String token, String type, String headers, byte[] body) {
        var head = head(method, path, token)
                .append("Content-Type: ")
                .append(type)
                .append("\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n")
                .append(headers)
                .append("\r\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(head.length + body.length);
        bytes.writeBytes(head);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static StringBuilder head(String method, String path, @Nullable String token) {
        var head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n");
        if (token != null) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        return head;
    }

    /** Sends a request, reads its answer whole, and answers the status. */
    public int send(byte[] request) throws IOException {
        write(request, 0, request.length);
        return receive();
    }

    /** Sends a part of a request. */
    public void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
        out.flush();
    }

    /** Reads an answer whole. */
    public int receive() throws IOException {
        int status = Integer.parseInt(readLine().substring(9, 12));
        long announced = -1;
        boolean chunked = false;
        etag = null;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            int colon = header.indexOf(':');
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" ->
                    announced = Long.parseLong(header.substring(colon + 1).strip());
                case "transfer-encoding" -> chunked = true;
                case "etag" -> etag = header.substring(colon + 1).strip();
                default -> {
                    // No other header matters here.
                }
            }
        }
        length = 0;
        if (chunked) {
            readChunks();
        } else if (announced > 0) {
            read((int) announced);
        }
        return status;
    }

    private void readChunks() throws IOException {
        for (int size = chunk(); size > 0; size = chunk()) {
            read(size);
            readLine();
        }
        readLine();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(readLine().strip(), 16);
    }

    private void read(int count) throws IOException {
        if (body.length < length + count) {
            body = java.util.Arrays.copyOf(body, Math.max(body.length * 2, length + count));
        }
        if (in.readNBytes(body, length, count) < count) {
            throw new EOFException("the answer ends in its body");
        }
        length += count;
    }

    private String readLine() throws IOException {
        int count = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            if (count < line.length) {
                line[count++] = (byte) c;
            }
        }
        return new String(
                line, 0, count > 0 && line[count - 1] == '\r' ? count - 1 : count, StandardCharsets.ISO_8859_1);
    }

    /** The body of the last answer. */
    public String text() {
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    /** The ETag of the last answer. */
    public @Nullable String etag() {
        return etag;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
