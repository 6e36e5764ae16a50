package org.tongban.core.audit.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.audit.chain.Anchor;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.token.Statements;
import org.tongban.core.web.Transactions;

/**
 * Signs the head of the chain once a day and takes it outside the database, to the object store and the log (CO-56): whoever
 * changes the database afterwards and seals all anew is found by it. Where the store is away it comes again.
 */
@Singleton
class AnchorAudit implements TaskBody {
    static final String TASK = "platform.anchor-audit";

    private static final Logger LOG = LoggerFactory.getLogger(AnchorAudit.class);
    /** For so many days back the store is asked for what the database may have lost. */
    private static final int DAYS_ASKED = 8;

    private final SealRepository repository;
    private final ObjectStore store;
    private final Statements statements;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private final JsonMapper mapper = new JsonMapper();

    AnchorAudit(
            SealRepository repository,
            ObjectStore store,
            Statements statements,
            Transactions transactions,
            DatabaseClock clock) {
        this.repository = repository;
        this.store = store;
        this.statements = statements;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        var day = today();
        var head = transactions.read(
                () -> repository.anchorOf(day).isPresent() ? Optional.<SealRow>empty() : repository.head());
        head.ifPresent(seal -> anchor(day, seal));
    }

    /** Outside first: of an anchor that the database has, the store has it too. */
    private void anchor(LocalDate day, SealRow head) {
        var now = clock.now();
        var statement = statements.sign(
                Anchor.TYPE,
                Map.of(
                        "day", day.toString(),
                        "sequence", head.sequence(),
                        "hash", head.hash(),
                        "at", TrailRow.written(now.isAfter(head.sealedAt()) ? now : head.sealedAt())));
        var row = new AnchorRow(day, head.sequence(), statement.jws(), statement.publicKey());
        try {
            var bytes = mapper.writeValueAsString(row.json()).getBytes(StandardCharsets.UTF_8);
            store.put(AnchorRow.key(day), new ByteArrayInputStream(bytes), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.info("Audit anchor of {}, number {}: {}", day, head.sequence(), row.jws());
        transactions.write(() -> {
            repository.anchor(day, head.sequence(), head.hash(), row.jws(), row.publicKey());
            return day;
        });
    }

    /** The anchors of the last days that the store has. */
    List<Anchor> stored() {
        var anchors = new ArrayList<Anchor>();
        for (int back = 0; back < DAYS_ASKED; back++) {
            var key = AnchorRow.key(today().minusDays(back));
            if (store.exists(key)) {
                Anchor.read(jws(key)).ifPresent(anchors::add);
            }
        }
        return anchors;
    }

    private String jws(String key) {
        try (var content = store.open(key, 0)) {
            return mapper.readTree(content).path("jws").asText();
        } catch (JsonProcessingException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), BusinessClock.ZONE);
    }
}
