package org.tongban.faults;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.tongban.testkit.Answer;

/** What the server acknowledged, and what it was asked and did not answer; written to by all writers at once. */
final class Journal {
    private static final int MOST_NOTES = 200;

    /** Drafts that were acknowledged, with the last model that was. */
    private final Map<String, String> drafts = new ConcurrentHashMap<>();
    /** The model of a save under way: whether it counts is open. */
    private final Map<String, String> saving = new ConcurrentHashMap<>();

    private final Set<String> submitted = ConcurrentHashMap.newKeySet();
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final Set<String> files = ConcurrentHashMap.newKeySet();
    private final Set<String> jobs = ConcurrentHashMap.newKeySet();
    /** The answers to idempotent posts of drafts by their key; an empty one where none came. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    private final Queue<String> strange = new ConcurrentLinkedQueue<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    Map<String, String> drafts() {
        return drafts;
    }

    Map<String, String> saving() {
        return saving;
    }

    Map<String, String> keys() {
        return keys;
    }

    Set<String> submitted() {
        return submitted;
    }

    Set<String> decided() {
        return decided;
    }

    Set<String> files() {
        return files;
    }

    Set<String> jobs() {
        return jobs;
    }

    void draft(String key, Answer answer) {
        keys.put(key, answer.text());
        drafts.putIfAbsent(Filings.id(answer), "");
        acknowledged();
    }

    void saved(String product, String model) {
        drafts.put(product, model);
        saving.remove(product);
        acknowledged();
    }

    void acknowledged(Set<String> kind, String id) {
        kind.add(id);
        acknowledged();
    }

    private void acknowledged() {
        acknowledged.incrementAndGet();
    }

    /** An answer that no writer of good requests may get. */
    void strange(String what) {
        if (strange.size() < MOST_NOTES) {
            strange.add(what);
        }
    }

    void unavailable() {
        unavailable.incrementAndGet();
    }

    void unanswered() {
        unanswered.incrementAndGet();
    }

    long acknowledgedCount() {
        return acknowledged.get();
    }

    long unavailableCount() {
        return unavailable.get();
    }

    long unansweredCount() {
        return unanswered.get();
    }

    List<String> strangeAnswers() {
        return List.copyOf(strange);
    }
}
