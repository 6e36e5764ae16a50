package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the trial's handlers and jobs fail as often as a test asks for. */
@Singleton
public class Faults {
    private final Map<String, Integer> left = new ConcurrentHashMap<>();

    /** The work of this name fails the next {@code times} times. */
    public void plan(String name, int times) {
        left.put(name, times);
    }

    /** How many failures of this name are still to come. */
    public int left(String name) {
        return left.getOrDefault(name, 0);
    }

    void pass(String name) {
        if (left.computeIfPresent(name, (key, times) -> times - 1) instanceof Integer rest && rest >= 0) {
            throw new IllegalStateException("planned for " + name);
        }
    }
}
