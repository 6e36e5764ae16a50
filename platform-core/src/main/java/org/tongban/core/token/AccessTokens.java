package org.tongban.core.token;

import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.account.AccountError;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.Authenticator;
import org.tongban.core.web.Caller;
import org.tongban.core.web.ClientCaller;
import org.tongban.core.web.DomainException;

/**
 * Issues and verifies access tokens: ES256 JWTs in the profile of RFC 9068 (CO-26). A token is verified once and then
 * known by its hash until it expires; key changes and revocations reach it all the same. Thread-safe.
 */
@Singleton
public class AccessTokens implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

    private final Supplier<KeyRing> keys;
    private final Supplier<Revoked> revoked;
    private final SystemClock clock;
    private final String issuer;
    private final Duration lifetime;
    private final TokenReader reader;
    private final VerifiedTokens verified;

    @Inject
    AccessTokens(
            SigningKeys keys,
            Revocations revocations,
            SystemClock clock,
            TokenSettings settings,
            @Value("${platform.public-url}") String issuer) {
        this(keys::ring, revocations::revoked, clock, settings, issuer);
    }

    AccessTokens(
            Supplier<KeyRing> keys,
            Supplier<Revoked> revoked,
            SystemClock clock,
            TokenSettings settings,
            String issuer) {
        this.keys = keys;
        this.revoked = revoked;
        this.clock = clock;
        this.issuer = issuer;
        this.lifetime = settings.accessLifetime();
        this.reader = new TokenReader(issuer);
        this.verified = new VerifiedTokens(settings.cacheSize());
    }

    /**
     * Issues a token that says what {@code caller} says.
     *
     * @param generation the present generation of the session's tokens
     */
    public AccessToken issue(Caller caller, int generation) {
        var client = caller.client() == null
                ? TokenReader.FIRST_PARTY_CLIENT
                : caller.client().toString();
        var claims = claims(caller, client, UUID.randomUUID(), generation)
                .claim("sid", caller.session().toString())
                .claim("realm", caller.realm());
        if (caller.person() != null) {
            claims.claim("person", caller.person().toString());
        }
        if (caller.organisation() != null) {
            claims.claim("org", caller.organisation().toString());
        }
        if (caller.uscc() != null) {
            claims.claim("uscc", caller.uscc());
        }
        if (caller.capacity() != null) {
            claims.claim("capacity", caller.capacity().code());
        }
        if (caller.region() != null) {
            claims.claim("region", caller.region());
        }
        return signed(claims.build());
    }

    /**
     * Issues a token of a client's own (CO-27).
     *
     * @param generation the present generation of the client's tokens
     */
    public AccessToken issue(ClientCaller client, int generation) {
        return signed(claims(client, client.client().toString(), client.token(), generation)
                .build());
    }

    /** Those that every token has; an installation is its own audience. */
    private JWTClaimsSet.Builder claims(Authenticated caller, String client, UUID token, int generation) {
        var now = clock.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(issuer)
                .subject(caller.id().toString())
                .claim("client_id", client)
                .jwtID(token.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim("gen", generation)
                .claim("scope", caller.permissions().stream().sorted().collect(Collectors.joining(" ")));
    }

    private AccessToken signed(JWTClaimsSet claims) {
        var key = keys.get().signer(clock.now());
        return new AccessToken(key.sign(TokenReader.TYPE, claims), lifetime.toSeconds());
    }

    /** Whom the token names and until when, where it is valid; empty for whatever reason it is not. */
    public Optional<Known> read(String bearer) {
        try {
            var claims = claims(bearer);
            return revoked.get().holds(claims)
                    ? Optional.empty()
                    : Optional.of(new Known(claims.caller(), claims.id(), claims.expires()));
        } catch (TokenRefused e) {
            return Optional.empty();
        }
    }

    /**
     * A valid token.
     *
     * @param id the token's own id
     */
    public record Known(Authenticated caller, UUID id, Instant expires) {}

    /**
     * Whom the token names; {@link AccountError#TOKEN_INVALID} for whatever reason it is not valid.
     *
     * @param bearer the token, what follows {@code Bearer } in the header
     */
    @Override
    public Authenticated authenticate(String bearer) {
        try {
            var claims = claims(bearer);
            if (revoked.get().holds(claims)) {
                throw new TokenRefused("revoked");
            }
            return claims.caller();
        } catch (TokenRefused e) {
            LOG.debug("Token refused: {}", e.getMessage());
            throw DomainException.of(AccountError.TOKEN_INVALID);
        }
    }

    private TokenClaims claims(String token) throws TokenRefused {
        var now = clock.now();
        var ring = keys.get();
        if (token.length() > TokenReader.LONGEST) {
            throw new TokenRefused("too long");
        }
        var hash = hash(token);
        var known = verified.find(hash);
        if (known != null && now.isBefore(known.expires()) && ring.verifier(known.kid(), now) != null) {
            return known;
        }
        var claims = reader.read(token, ring, now);
        verified.remember(hash, claims);
        return claims;
    }

    /** Of the UTF-8 bytes: in Latin-1 a foreign character would be hashed as a question mark. */
    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)))
                    .asReadOnlyBuffer();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
