package org.tongban.core.crypto;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/**
 * The key of the blind indexes: made at the first start, kept in the database sealed under the master key. It stays when
 * the master key is replaced, or what was indexed before would be found no more, and be unique no more (CO-58).
 */
@Singleton
class IndexKey implements ApplicationEventListener<StartupEvent> {
    private static final String NAME = "blind-index";
    private static final String PLACE = "core.secret.value" + NAME;
    private static final int LENGTH = 32;

    private final SecretRepository repository;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private volatile @Nullable SecretKey key;

    IndexKey(SecretRepository repository, MasterKey masterKey, Transactions transactions, DatabaseClock clock) {
        this.repository = repository;
        this.masterKey = masterKey;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        var made = new byte[LENGTH];
        new SecureRandom().nextBytes(made);
        var sealed = masterKey.seal(made, PLACE);
        // The first node's key is everybody's.
        transactions.write(() -> repository.insert(NAME, sealed.bytes(), clock.now()));
        var kept = transactions.read(() -> repository.find(NAME)).orElseThrow();
        key = new SecretKeySpec(masterKey.open(Encrypted.of(kept.value()), PLACE), MasterKey.INDEXING);
    }

    SecretKey get() {
        var known = key;
        if (known == null) {
            throw new IllegalStateException("the key of blind indexes is asked for before the start");
        }
        return known;
    }
}
