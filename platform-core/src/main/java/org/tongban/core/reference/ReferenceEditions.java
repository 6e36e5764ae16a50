package org.tongban.core.reference;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.module.Title;
import org.tongban.core.reference.ReferenceRepository.Row;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.token.ChangeFeed;
import org.tongban.core.web.Transactions;

/** The editions in force on this node: those shipped, and in place of them what was imported, on whatever node. */
@Singleton
@SerdeImport(Title.class)
class ReferenceEditions implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceEditions.class);
    private static final String TOPIC = "reference";

    private final Map<String, ReferenceSet> shipped = ShippedSets.all();
    private final ReferenceRepository repository;
    private final Transactions transactions;
    private final ChangeFeed feed;
    private final DatabaseClock clock;
    private final JsonMapper json;
    private volatile State state = new State(Map.of(), shipped);

    /** @param versions those of the imported editions by set */
    private record State(Map<String, Long> versions, Map<String, ReferenceSet> sets) {
        /** How many imports it has seen, by which the newer of two is told. */
        long imports() {
            return versions.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    ReferenceEditions(
            ReferenceRepository repository,
            Transactions transactions,
            ChangeFeed feed,
            DatabaseClock clock,
            JsonMapper json) {
        this.repository = repository;
        this.transactions = transactions;
        this.feed = feed;
        this.clock = clock;
        this.json = json;
    }

    Map<String, ReferenceSet> inForce() {
        return state.sets();
    }

    /** The sets as the transaction under way finds them, which no other changes before it ends. */
    Map<String, ReferenceSet> lock() {
        repository.lock();
        return read().sets();
    }

    /** Makes these the entries of a set when the transaction under way commits. */
    void put(String set, List<ReferenceEntry> entries) {
        repository.put(set, written(entries), clock.now());
        feed.announce(TOPIC);
        var changed = read();
        transactions.afterCommit(() -> take(changed));
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        start();
    }

    /** Follows the imports of all nodes. */
    void start() {
        feed.on(TOPIC, this::load);
        try {
            load();
        } catch (RuntimeException away) {
            LOG.warn(
                    "The imported reference sets could not be read; the change feed tries again: {}",
                    String.valueOf(away));
        }
    }

    private void load() {
        take(transactions.read(this::read));
    }

    /** Large sets are parsed once: one whose version this node has is taken as it is. */
    private State read() {
        var rows = repository.all();
        var versions = rows.stream().collect(Collectors.toMap(Row::name, Row::version));
        var present = state;
        var sets = new LinkedHashMap<>(shipped);
        for (var row : rows) {
            var known = present.versions().get(row.name());
            var set = known != null && known == row.version() ? present.sets().get(row.name()) : null;
            sets.put(row.name(), set == null ? new ReferenceSet(entries(row.entries())) : set);
        }
        return new State(versions, Collections.unmodifiableMap(sets));
    }

    /** An answer on its way may be older than an import just made. */
    private synchronized void take(State found) {
        if (found.imports() > state.imports()) {
            state = found;
        }
    }

    private List<ReferenceEntry> entries(String written) {
        try {
            return json.readValue(written, Argument.listOf(ReferenceEntry.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String written(List<ReferenceEntry> entries) {
        try {
            return json.writeValueAsString(entries);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
