package org.tongban.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the server and one of its servers, and can be cut: then every connection ends at once. */
final class Relay implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final ServerSocket entrance;
    private final URI behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Relay(URI behind) throws IOException {
        this.behind = behind;
        this.entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::take);
    }

    /** The address to be called instead of what is behind. */
    String url() {
        return "http://%s:%d".formatted(entrance.getInetAddress().getHostAddress(), entrance.getLocalPort());
    }

    void cut() {
        cut = true;
        open.forEach(Relay::end);
    }

    void mend() {
        cut = false;
    }

    private void take() {
        while (!entrance.isClosed()) {
            try {
                var caller = entrance.accept();
                if (cut) {
                    end(caller);
                } else {
                    join(caller);
                }
            } catch (IOException closed) {
                // The entrance was closed, or what is behind is away: the caller has been told by the end of its
                // connection.
                continue;
            }
        }
    }

    private void join(Socket caller) throws IOException {
        open.add(caller);
        try {
            var server = new Socket(behind.getHost(), behind.getPort());
            open.add(server);
            Thread.ofVirtual().start(() -> pass(caller, server));
            Thread.ofVirtual().start(() -> pass(server, caller));
        } catch (IOException away) {
            end(caller);
            throw away;
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // One of the two has gone: the other is ended below.
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is not there any more, which is what is wanted.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        open.forEach(Relay::end);
    }
}
