package org.tongban.core.audit.trail;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.audit.chain.ChainLink;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/**
 * Seals what has been written, in the order of commit (CO-56). Nobody who writes waits for it: it takes records below the
 * oldest transaction still running, and only adds rows of its own. Where two nodes come at once, one goes away.
 */
@Singleton
class SealAudit implements TaskBody {
    static final String TASK = "platform.seal-audit";

    private static final Logger LOG = LoggerFactory.getLogger(SealAudit.class);
    private static final int AT_ONCE = 1_000;

    private final SealRepository repository;
    private final Transactions transactions;
    private final DatabaseClock clock;

    SealAudit(SealRepository repository, Transactions transactions, DatabaseClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        int sealed = AT_ONCE;
        while (sealed == AT_ONCE) {
            sealed = transactions.write(this::batch);
        }
    }

    private int batch() {
        if (!repository.hold()) {
            return 0;
        }
        var head = repository.head().orElse(SealRow.NONE);
        var rows = repository.unsealed(head.txid(), head.recordId(), AT_ONCE);
        if (!rows.isEmpty()) {
            seal(head, rows);
        } else if (repository.isBefore(head.txid())) {
            LOG.error(
                    "Audit records are not sealed: the database counts its transactions from below the {} of the last"
                            + " seal. After a restore from a dump raise the counter: docs/audit.md says how.",
                    head.txid());
        }
        return rows.size();
    }

    private void seal(SealRow head, List<TrailRow> rows) {
        var at = now(head.sealedAt());
        var hashes = new ArrayList<String>(rows.size());
        var previous = head.hash();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var link = ChainLink.sealing(
                    head.sequence() + 1 + i, TrailRow.written(at), previous, String.valueOf(row.txid()), row.content());
            previous = link.hash();
            hashes.add(previous);
        }
        repository.add(
                head.sequence() + 1,
                head.hash(),
                rows.stream().map(row -> row.id().toString()).toArray(String[]::new),
                rows.stream().map(TrailRow::txid).toArray(String[]::new),
                hashes.toArray(String[]::new),
                at);
    }

    /** Behind the last seal, whatever the clocks of nodes say: the chain is cut by this time. */
    private Instant now(Instant last) {
        var now = clock.now().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }
}
