package org.tongban.core.event;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Ids;

/** Events in the database, written with the change that they tell of. */
@Singleton
class StoredEvents implements Events {
    private final Map<Class<? extends Record>, String> types;
    private final EventRepository repository;
    private final BusinessClock clock;
    private final JsonMapper mapper;

    StoredEvents(ModuleRegistry modules, EventRepository repository, BusinessClock clock, JsonMapper mapper) {
        this.types = modules.<EventType>all(PlatformModule::events).stream()
                .collect(Collectors.toMap(EventType::payload, EventType::id));
        this.repository = repository;
        this.clock = clock;
        this.mapper = mapper;
    }

    @Override
    public void publish(UUID aggregate, Record payload) {
        try {
            repository.add(
                    Ids.next(), type(payload.getClass()), aggregate, mapper.writeValueAsString(payload), clock.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
