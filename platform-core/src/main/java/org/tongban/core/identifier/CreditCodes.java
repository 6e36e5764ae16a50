package org.tongban.core.identifier;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.identifier.IrregularPrefixRepository.Prefix;
import org.tongban.core.token.ChangeFeed;
import org.tongban.core.web.Transactions;

/**
 * Reads unified social credit codes by the installation's table of irregular issues (CO-72), which this node knows within
 * a second after a change. Thread-safe.
 */
@Singleton
public class CreditCodes implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(CreditCodes.class);
    private static final String TOPIC = "irregular-prefixes";

    private final IrregularPrefixRepository repository;
    private final Transactions transactions;
    private final ChangeFeed feed;
    private volatile Set<String> irregular = Set.copyOf(UnifiedSocialCreditCode.SHIPPED_IRREGULAR_PREFIXES);

    CreditCodes(IrregularPrefixRepository repository, Transactions transactions, ChangeFeed feed) {
        this.repository = repository;
        this.transactions = transactions;
        this.feed = feed;
    }

    /** Reads a code as typed. */
    public Parsed<UnifiedSocialCreditCode> parse(String typed) {
        return UnifiedSocialCreditCode.parse(typed, irregular);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        start();
    }

    /** Follows the changes of all nodes. */
    void start() {
        feed.on(TOPIC, this::load);
        try {
            load();
        } catch (RuntimeException away) {
            LOG.warn("The irregular prefixes could not be read; the change feed tries again: {}", String.valueOf(away));
        }
    }

    /** Replaces the table in the transaction under way. */
    void replace(List<Prefix> prefixes) {
        repository.lock();
        repository.deleteAllBut(prefixes.stream().map(Prefix::prefix).toArray(String[]::new));
        prefixes.forEach(row -> repository.put(row.prefix(), row.note()));
        feed.announce(TOPIC);
    }

    private void load() {
        irregular =
                transactions.read(repository::all).stream().map(Prefix::prefix).collect(Collectors.toUnmodifiableSet());
    }
}
