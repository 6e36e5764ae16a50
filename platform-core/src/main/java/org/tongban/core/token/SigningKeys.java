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
import java.util.List;
import java.util.Optional;
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
 * token lifetimes after. Documents have keys of their own, which stay published: what they signed outlasts every token
 * (CO-60b).
 */
@Singleton
class SigningKeys implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** What a key signs. */
    private static final String TOKENS = "token";

    private static final String DOCUMENTS = "document";
    private static final Duration DOCUMENT_KEY_LIFETIME = Duration.ofDays(365);

    /** Whoever checks offline is to have fetched the key before it signs. */
    private static final Duration DOCUMENT_KEY_NOTICE = Duration.ofDays(7);

    /** With the key id: a sealed key moved to another row does not open. */
    private static final String PLACE = "core.signing_key.private_jwk/";

    private final TokenRepository repository;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final ChangeFeed feed;
    private final SystemClock clock;
    private final TokenSettings settings;
    private volatile @Nullable Rings rings;

    /** The keys by what they sign. */
    private record Rings(KeyRing tokens, KeyRing documents) {}

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

    /** Those of tokens. */
    KeyRing ring() {
        return known().tokens();
    }

    /** Those of documents, none of which signs or verifies a token. */
    KeyRing documents() {
        return known().documents();
    }

    private Rings known() {
        var known = rings;
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
            var keys = repository.keys();
            var token = youngest(keys, TOKENS);
            if (token.isEmpty()) {
                insert(TOKENS, generate(now));
            } else if (!token.get().plus(settings.keyLifetime()).isAfter(now)) {
                succeed(now);
            }
            var document = youngest(keys, DOCUMENTS);
            if (document.isEmpty()) {
                insert(DOCUMENTS, generate(now));
            } else if (!document.get().plus(DOCUMENT_KEY_LIFETIME).isAfter(now)) {
                insert(DOCUMENTS, generate(now.plus(DOCUMENT_KEY_NOTICE)));
            }
            return now;
        });
    }

    private static Optional<Instant> youngest(List<KeyRow> keys, String purpose) {
        return keys.stream()
                .filter(key -> key.purpose().equals(purpose))
                .map(KeyRow::notBefore)
                .max(Comparator.naturalOrder());
    }

    private void succeed(Instant now) {
        var signsFrom = now.plus(settings.accessLifetime());
        repository.retireKeys(TOKENS, signsFrom.plus(settings.accessLifetime().multipliedBy(2)));
        repository.deleteKeysRetiredBefore(now.minus(Duration.ofDays(1)));
        insert(TOKENS, generate(signsFrom));
    }

    private void insert(String purpose, SigningKey key) {
        var pair = masterKey.seal(key.pair().toJSONString(), PLACE + key.kid());
        repository.insert(key.kid(), purpose, key.pair().toPublicJWK().toJSONString(), pair.bytes(), key.notBefore());
        feed.announce(ChangeFeed.KEYS);
        LOG.info("Made signing key {} for every {}, signing from {}", key.kid(), purpose, key.notBefore());
    }

    private void load() {
        var keys = transactions.read(repository::keys);
        rings = new Rings(ring(keys, TOKENS), ring(keys, DOCUMENTS));
    }

    private KeyRing ring(List<KeyRow> keys, String purpose) {
        return KeyRing.of(keys.stream()
                .filter(key -> key.purpose().equals(purpose))
                .map(this::opened)
                .toList());
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
