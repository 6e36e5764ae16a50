package org.tongban.core.event;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;

/**
 * Brings events to their subscribers, in the order of commit; the handler's work and the subscriber's progress are one
 * transaction (CO-50). An event that fails holds its subscriber back and is tried again at the next run.
 */
@Singleton
class DeliverEvents implements TaskBody {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvents.class);
    private static final int AT_ONCE = 100;

    private final EventRepository repository;
    private final StoredEvents types;
    private final Transactions transactions;
    private final JsonMapper mapper;
    private final List<? extends EventHandler<?>> handlers;

    DeliverEvents(
            EventRepository repository,
            StoredEvents types,
            Transactions transactions,
            JsonMapper mapper,
            List<EventHandler<?>> handlers) {
        this.repository = repository;
        this.types = types;
        this.transactions = transactions;
        this.mapper = mapper;
        // A subscriber to a module that is switched off keeps its place and waits.
        this.handlers = handlers.stream()
                .filter(handler -> types.isPublished(handler.subscriber(), handler.payload()))
                .toList();
    }

    @Override
    public String task() {
        return "platform.deliver-events";
    }

    @Override
    public void run() {
        handlers.forEach(this::deliver);
    }

    private <T extends Record> void deliver(EventHandler<T> handler) {
        var subscriber = handler.subscriber();
        try {
            transactions.write(() -> {
                repository.subscribe(subscriber);
                return subscriber;
            });
            int alone = 0;
            boolean more = true;
            while (more) {
                int most = alone > 0 ? 1 : AT_ONCE;
                try {
                    more = transactions.write(() -> batch(handler, most)) == most;
                    alone = Math.max(0, alone - 1);
                } catch (RuntimeException e) {
                    if (most == 1) {
                        throw e;
                    }
                    // One of the batch failed and took the others with it: go one by one up to the one that fails, or
                    // to the end of what was a batch where it passes this time.
                    alone = AT_ONCE;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("{} could not take an event", subscriber, e);
            transactions.write(() -> {
                repository.failed(subscriber, String.valueOf(e.getMessage()));
                return subscriber;
            });
        }
    }

    private <T extends Record> int batch(EventHandler<T> handler, int limit) {
        if (repository.hold(handler.subscriber()).isEmpty()) {
            return 0;
        }
        var events = repository.next(handler.subscriber(), types.type(handler.payload()), limit);
        for (var event : events) {
            try {
                handler.handle(
                        event.id(),
                        event.aggregate(),
                        Objects.requireNonNull(mapper.readValue(event.payload(), handler.payload())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!events.isEmpty()) {
            var last = events.getLast();
            repository.advance(handler.subscriber(), last.txid(), last.id());
        }
        return events.size();
    }
}
