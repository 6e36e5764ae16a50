package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes the trial's handlers and jobs fail as often as a test asks for. */
@Singleton
public class Faults {
    private final Map<String, Integer> left = new ConcurrentHashMap<>();
    private final Map<String, Integer> tried = new ConcurrentHashMap<>();
    private final Map<String, List<UUID>> told = new ConcurrentHashMap<>();

    /** The work of this name fails the next {@code times} times. */
    public void plan(String name, int times) {
        left.put(name, times);
    }

    /** How many failures of this name are still to come. */
    public int left(String name) {
        return left.getOrDefault(name, 0);
    }

    /** How often the work of this name has begun. */
    public int tried(String name) {
        return tried.getOrDefault(name, 0);
    }

    /** The ids of the events that a handler was told of, under a name, each time it was. */
    public List<UUID> events(String name) {
        return List.copyOf(told.getOrDefault(name, List.of()));
    }

    void told(String name, UUID event) {
        told.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(event);
    }

    void pass(String name) {
        tried.merge(name, 1, Integer::sum);
        if (left.computeIfPresent(name, (key, times) -> times - 1) instanceof Integer rest && rest >= 0) {
            throw new IllegalStateException("planned for " + name);
        }
    }
}
