package org.tongban.core.message.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on this machine that speaks as much SMTP as one sender needs, and keeps what it was told. */
final class LoopbackMailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile String toRecipient = "250 2.1.5 OK";
    private volatile String toMessage = "250 2.0.0 OK";

    LoopbackMailServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    void answersRecipients(String reply) {
        toRecipient = reply;
    }

    void answersMessages(String reply) {
        toMessage = reply;
    }

    /** What senders said, line by line. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var sender = socket.accept()) {
                serve(sender);
            } catch (IOException gone) {
                // The next one, or the end.
            }
        }
    }

    private void serve(Socket sender) throws IOException {
        var in = new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8));
        say(sender, "220 loopback");
        boolean inside = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            if (inside) {
                if (line.equals(".")) {
                    inside = false;
                    say(sender, toMessage);
                }
                continue;
            }
            inside = line.equals("DATA");
            say(sender, reply(line));
            if (line.equals("QUIT")) {
                return;
            }
        }
    }

    private String reply(String line) {
        return switch (line.split("[ :]", 2)[0]) {
            case "EHLO" -> "250-loopback\r\n250-AUTH PLAIN\r\n250 8BITMIME";
            case "AUTH" -> "235 2.7.0 OK";
            case "RCPT" -> toRecipient;
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 OK";
        };
    }

    private static void say(Socket sender, String line) throws IOException {
        sender.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
