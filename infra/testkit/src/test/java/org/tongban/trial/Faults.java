package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the trial's handlers and jobs fail as often as a test asks for. */
@Singleton
public class Faults {
    private final Map<String, Integer> left = new ConcurrentHashMap<>();
    private final Map<String, Integer> tried = new ConcurrentHashMap<>();

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

    void pass(String name) {
        tried.merge(name, 1, Integer::sum);
        if (left.computeIfPresent(name, (key, times) -> times - 1) instanceof Integer rest && rest >= 0) {
            throw new IllegalStateException("planned for " + name);
        }
    }
}
