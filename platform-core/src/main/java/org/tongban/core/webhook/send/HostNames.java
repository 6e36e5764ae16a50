package org.tongban.core.webhook.send;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a host as the machine knows them, within a short time; tests have names of their own. */
@Singleton
class HostNames {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    List<InetAddress> of(String host) throws UnknownHostException {
        var looking = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        Thread.ofVirtual().start(looking);
        try {
            return looking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException none) {
            throw new UnknownHostException();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException();
        }
    }
}
