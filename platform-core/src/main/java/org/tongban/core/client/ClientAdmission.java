package org.tongban.core.client;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongban.core.token.ChangeFeed;
import org.tongban.core.web.Transactions;

/**
 * Which clients may call, and from where, with tokens of their own and with those of the users who signed in by them
 * (CO-27). A node reads a client where it first hears of it and knows of a change within a second. Thread-safe.
 */
@Singleton
public class ClientAdmission {
    private static final String TOPIC = "clients";

    private final ClientRepository repository;
    private final Transactions transactions;
    private final ChangeFeed feed;
    private volatile ConcurrentHashMap<UUID, ClientRow> known = new ConcurrentHashMap<>();

    ClientAdmission(ClientRepository repository, Transactions transactions, ChangeFeed feed) {
        this.repository = repository;
        this.transactions = transactions;
        this.feed = feed;
        feed.on(TOPIC, this::forget);
    }

    /** Whether the client is there, not disabled, and may call from the address; one without networks may from anywhere. */
    public boolean admits(UUID client, String address) {
        var row = row(client);
        return row != null && row.active() && row.admits(address);
    }

    /** Whether the client is not disabled, which it is not before the transaction under way ends. */
    public boolean holdsActive(UUID client) {
        return repository.lockActive(client).isPresent();
    }

    /** Tells all nodes, when the transaction under way commits. */
    void announce() {
        feed.announce(TOPIC);
    }

    private @Nullable ClientRow row(UUID client) {
        // What is read before a change is remembered, if at all, in the map that the change does away with.
        var present = known;
        var row = present.get(client);
        if (row == null) {
            row = transactions.read(() -> repository.find(client)).orElse(null);
            if (row != null) {
                present.put(client, row);
            }
        }
        return row;
    }

    private void forget() {
        known = new ConcurrentHashMap<>();
    }
}
