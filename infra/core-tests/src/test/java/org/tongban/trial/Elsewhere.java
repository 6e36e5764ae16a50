package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.slf4j.MDC;

/** A service outside that takes as long to answer as a test wants. */
@Singleton
public class Elsewhere {
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    private final Map<String, String> traces = new ConcurrentHashMap<>();
    private final Faults faults;

    Elsewhere(Faults faults) {
        this.faults = faults;
    }

    /** Has whoever asks by this name wait. */
    public void hold(String name) {
        held.put(name, new CountDownLatch(1));
    }

    /** Answers all who ask by this name. */
    public void answer(String name) {
        held.getOrDefault(name, new CountDownLatch(0)).countDown();
    }

    /** How often it was asked by this name. */
    public int asked(String name) {
        return asked.getOrDefault(name, 0);
    }

    /** The trace id that a line logged while it was asked by this name would carry. */
    public String trace(String name) {
        return traces.getOrDefault(name, "");
    }

    void ask(String name) {
        faults.pass("trial.asking");
        traces.put(name, String.valueOf(MDC.get("traceId")));
        asked.merge(name, 1, Integer::sum);
        try {
            held.getOrDefault(name, new CountDownLatch(0)).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it waited", e);
        }
    }
}
