package org.tongban.core.file.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Speaks clamd's INSTREAM on loopback, well or badly. */
final class ClamdSpeaker implements AutoCloseable {
    /** The harmless text that every scanner takes for malware; in two parts, so that none takes this source for it. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    static final String SIGNATURE = "Eicar-Test-Signature";

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    /** How it takes what it is told. */
    enum Mood {
        /** Looks at all of it. */
        HONEST,
        /** Takes no more than {@link #MOST} bytes. */
        NARROW,
        /** Fails with words of its own. */
        FAILING,
        /** Reads and says nothing. */
        SILENT,
        /** Does not even read. */
        DEAF,
        /** Stops in the middle of its answer. */
        HALF,
        /** Closes before it has read anything. */
        CLOSING,
        /** Says more than anybody would. */
        ENDLESS
    }

    static final int MOST = 1024;

    private final ServerSocket server = new ServerSocket();
    private final List<byte[]> scanned = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Mood mood = Mood.HONEST;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    ClamdSpeaker() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void be(Mood wanted) {
        mood = wanted;
    }

    /** Lets it answer nobody until {@link #release}. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /** What it has been given whole, in the order in which that ended. */
    List<byte[]> scanned() {
        return List.copyOf(scanned);
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        gate.countDown();
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            switch (mood) {
                case CLOSING -> {}
                case DEAF -> end.await();
                case HONEST -> say(socket, verdict(content(socket, Integer.MAX_VALUE)) + "\0");
                case NARROW -> say(socket, verdict(content(socket, MOST)) + "\0");
                case FAILING -> {
                    content(socket, Integer.MAX_VALUE);
                    say(socket, "stream: Can't allocate memory ERROR\0");
                }
                case SILENT -> {
                    content(socket, Integer.MAX_VALUE);
                    end.await();
                }
                case HALF -> {
                    content(socket, Integer.MAX_VALUE);
                    say(socket, "stream: O");
                }
                case ENDLESS -> say(socket, "stream: ".repeat(2048));
            }
        } catch (IOException gone) {
            // Whoever asked has hung up.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The stream, or what came of it before it was too much. */
    private byte[] content(Socket socket, int most) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        if (!Arrays.equals(in.readNBytes(COMMAND.length), COMMAND)) {
            throw new IOException("not INSTREAM");
        }
        var content = new ByteArrayOutputStream();
        for (var length = in.readInt(); length != 0; length = in.readInt()) {
            if (content.size() + length > most) {
                return new byte[0];
            }
            content.writeBytes(in.readNBytes(length));
        }
        scanned.add(content.toByteArray());
        return content.toByteArray();
    }

    private String verdict(byte[] content) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            throw new UncheckedIOException(new IOException(stopped));
        }
        if (content.length == 0) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        var text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(EICAR) ? "stream: " + SIGNATURE + " FOUND" : "stream: OK";
    }
}
