package org.tongban.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports on loopback. */
final class Ports {
    static final String LOOPBACK = "127.0.0.1";

    // Below the range from which systems take ports for outgoing connections: between our look and the server's
    // own bind nobody but another chooser of this kind can take it.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /** The port itself, or a free one for 0; refuses one that is taken, naming the variable that changes it. */
    static int free(int wanted, String variable) throws StartRefused {
        if (wanted != 0) {
            if (!isFree(wanted)) {
                throw inUse(wanted, variable);
            }
            return wanted;
        }
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new StartRefused("No free port was found on " + LOOPBACK + ": set " + variable + " to one.");
    }

    static StartRefused inUse(int port, String variable) {
        return new StartRefused("Port " + port + " on " + LOOPBACK + " is in use: stop what holds it or set " + variable
                + " to another port (0 for any free one).");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
