package org.tongban.core.face;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The lifetimes and limits of face verifications (CO-75), {@code platform.face.*}.
 *
 * @param tokenLifetime how long a token waits for its result (ID-13)
 * @param resultLifetime how long a match waits for its use
 * @param pollInterval how far apart polls of one that waits are
 * @param perDay how many an owner starts within 24 hours
 */
@ConfigurationProperties("platform.face")
record FaceSettings(
        @Bindable(defaultValue = "10m") Duration tokenLifetime,
        @Bindable(defaultValue = "15m") Duration resultLifetime,
        @Bindable(defaultValue = "2s") Duration pollInterval,
        @Bindable(defaultValue = "20") int perDay) {}
