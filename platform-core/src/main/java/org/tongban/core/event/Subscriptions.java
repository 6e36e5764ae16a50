package org.tongban.core.event;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongban.core.event.EventTap.Occurrence;

/** Who is told of what: the handlers of modules, and the platform's taps for each type of event. */
@Singleton
class Subscriptions {
    private final List<Subscription> all;

    Subscriptions(StoredEvents types, JsonMapper mapper, List<EventHandler<?>> handlers, List<EventTap> taps) {
        all = Stream.concat(
                        handlers.stream()
                                // A subscriber to a module that is switched off keeps its place and waits.
                                .filter(handler -> types.isPublished(handler.subscriber(), handler.payload()))
                                .map(handler -> of(handler, types, mapper)),
                        taps.stream().flatMap(tap -> types.ids().stream().map(type -> of(tap, type))))
                .toList();
    }

    List<Subscription> all() {
        return all;
    }

    private static <T extends Record> Subscription of(EventHandler<T> handler, StoredEvents types, JsonMapper mapper) {
        return new Subscription(handler.subscriber(), types.type(handler.payload()), false, event -> {
            try {
                var payload = Objects.requireNonNull(mapper.readValue(event.payload(), handler.payload()));
                handler.handle(event.id(), event.aggregate(), payload);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Subscription of(EventTap tap, String type) {
        return new Subscription(
                tap.subscriber() + "/" + type,
                type,
                true,
                event -> tap.take(new Occurrence(event.id(), type, event.aggregate(), event.at(), event.txid())));
    }
}
