package org.tongban.core.event;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.StartRefused;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Columns;
import org.tongban.core.web.Ids;

/** Events in the database, written with the change that they tell of. */
@Singleton
class StoredEvents implements Events {
    private final Map<Class<? extends Record>, String> types;
    private final Set<Class<? extends Record>> silent;
    private final EventRepository repository;
    private final BusinessClock clock;
    private final JsonMapper mapper;

    StoredEvents(ModuleRegistry modules, EventRepository repository, BusinessClock clock, JsonMapper mapper) {
        this.types = modules.<EventType>all(PlatformModule::events).stream()
                .collect(Collectors.toMap(EventType::payload, EventType::id));
        this.silent = modules.disabled().stream()
                .flatMap(module -> module.declarations().events().stream())
                .<Class<? extends Record>>map(EventType::payload)
                .collect(Collectors.toSet());
        this.repository = repository;
        this.clock = clock;
        this.mapper = mapper;
    }

    @Override
    public void publishAll(List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        repository.add(
                Columns.of(events, event -> Ids.next()),
                Columns.of(events, event -> type(event.payload().getClass())),
                Columns.of(events, NewEvent::aggregate),
                Columns.of(events, event -> written(event.payload())),
                clock.now());
    }

    private String written(Record payload) {
        try {
            return mapper.writeValueAsString(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a module that runs publishes events with this payload; not so where their module is switched off.
     *
     * @throws StartRefused where no module declares them
     */
    boolean isPublished(String subscriber, Class<? extends Record> payload) {
        if (!types.containsKey(payload) && !silent.contains(payload)) {
            throw new StartRefused("The subscriber “%s” waits for the event of %s, which no module declares."
                    .formatted(subscriber, payload.getName()));
        }
        return types.containsKey(payload);
    }

    /** The ids of all declared types. */
    List<String> ids() {
        return types.values().stream().sorted().toList();
    }

    /** The id of the declared type of a payload. */
    String type(Class<? extends Record> payload) {
        var type = types.get(payload);
        if (type == null) {
            throw new IllegalArgumentException("no module declares the event of " + payload.getName());
        }
        return type;
    }
}
