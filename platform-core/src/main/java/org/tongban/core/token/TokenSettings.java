package org.tongban.core.token;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The lifetimes of tokens and keys (CO-22, CO-26), {@code platform.tokens.*}.
 *
 * @param accessLifetime how long an access token is valid
 * @param refreshLifetime how long a refresh token waits for its use
 * @param sessionLifetime how long after the sign-in a session ends, however often it was renewed
 * @param keyLifetime how long a signing key signs before the next one takes over
 * @param cacheSize how many verified tokens a node remembers
 */
@ConfigurationProperties("platform.tokens")
public record TokenSettings(
        @Bindable(defaultValue = "15m") Duration accessLifetime,
        @Bindable(defaultValue = "14d") Duration refreshLifetime,
        @Bindable(defaultValue = "30d") Duration sessionLifetime,
        @Bindable(defaultValue = "30d") Duration keyLifetime,
        @Bindable(defaultValue = "20000") int cacheSize) {}
