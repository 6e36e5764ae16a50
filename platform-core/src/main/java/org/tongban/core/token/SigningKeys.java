package org.tongban.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.TokenRepository.KeyRow;
import org.tongban.core.web.Transactions;

/**
 * The signing keys of the installation: made at the first start, kept in the database with the private part sealed,
 * replaced in time (CO-26). A new key is published one token lifetime before it signs; the old one is accepted for two
 * token lifetimes after.
 */
@Singleton
class SigningKeys implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** With the key id: a sealed key moved to another row does not open. */
    private static final String PLACE = "core.signing_key.private_jwk/";

    private final TokenRepository repository;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final ChangeFeed feed;
    private final SystemClock clock;
    private final TokenSettings settings;
    private volatile @Nullable KeyRing ring;

    SigningKeys(
            TokenRepository repository,
            MasterKey masterKey,
            Transactions transactions,
            ChangeFeed feed,
            SystemClock clock,
            TokenSettings settings) {
        this.repository = repository;
        this.masterKey = masterKey;
        this.transactions = transactions;
        this.feed = feed;
        this.clock = clock;
        this.settings = settings;
        feed.on(ChangeFeed.KEYS, this::load);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        rotate();
        load();
    }

    KeyRing ring() {
        var known = ring;
        if (known == null) {
            throw new IllegalStateException("signing keys are asked for before the start");
        }
        return known;
    }

    /** Makes the first key where there is none, and the next one where the youngest has signed long enough. */
    void rotate() {
        transactions.write(() -> {
            repository.lockKeys();
            var now = clock.now();
            var youngest = repository.keys().stream().map(KeyRow::notBefore).max(Comparator.naturalOrder());
            if (youngest.isEmpty()) {
                insert(generate(now));
            } else if (!youngest.get().plus(settings.keyLifetime()).isAfter(now)) {
                succeed(now);
            }
            return now;
        });
    }

    private void succeed(Instant now) {
        var signsFrom = now.plus(settings.accessLifetime());
        repository.retireKeys(signsFrom.plus(settings.accessLifetime().multipliedBy(2)));
        repository.deleteKeysRetiredBefore(now.minus(Duration.ofDays(1)));
        insert(generate(signsFrom));
    }

    private void insert(SigningKey key) {
        var pair = masterKey.seal(key.pair().toJSONString(), PLACE + key.kid());
        repository.insert(key.kid(), key.pair().toPublicJWK().toJSONString(), pair.bytes(), key.notBefore());
        feed.announce(ChangeFeed.KEYS);
        LOG.info("Made signing key {}, signing from {}", key.kid(), key.notBefore());
    }

    private void load() {
        ring = KeyRing.of(
                transactions.read(repository::keys).stream().map(this::opened).toList());
    }

    private SigningKey opened(KeyRow row) {
        try {
            var pair = ECKey.parse(masterKey.openText(Encrypted.of(row.privateJwk()), PLACE + row.kid()));
            return new SigningKey(pair, row.notBefore(), row.retiresAt());
        } catch (ParseException e) {
            throw new IllegalStateException("the signing key " + row.kid() + " is not a JWK", e);
        }
    }

    static SigningKey generate(Instant notBefore) {
        try {
            var pair = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new SigningKey(pair, notBefore, null);
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is not available", e);
        }
    }
}
