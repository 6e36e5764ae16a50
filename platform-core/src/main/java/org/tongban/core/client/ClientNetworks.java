package org.tongban.core.client;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.token.ChangeFeed;
import org.tongban.core.web.Transactions;

/** From where clients may call with their tokens (CO-27), as this node knows it: within a second after a change. */
@Singleton
public class ClientNetworks implements ApplicationEventListener<StartupEvent> {
    private static final String TOPIC = "clients";

    private final ClientRepository repository;
    private final Transactions transactions;
    private final ChangeFeed feed;
    private volatile Map<UUID, ClientRow> bound = Map.of();

    ClientNetworks(ClientRepository repository, Transactions transactions, ChangeFeed feed) {
        this.repository = repository;
        this.transactions = transactions;
        this.feed = feed;
        feed.on(TOPIC, this::load);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        load();
    }

    /** Whether the client may call from the address; one without networks may from anywhere. */
    public boolean admits(UUID client, String address) {
        var known = bound.get(client);
        return known == null || known.admits(address);
    }

    /** Tells all nodes, when the transaction under way commits. */
    void announce() {
        feed.announce(TOPIC);
    }

    private void load() {
        bound = transactions.read(repository::bound).stream()
                .collect(Collectors.toUnmodifiableMap(ClientRow::id, Function.identity()));
    }
}
