package org.tongban.core.code;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The lifetimes and limits of codes (CO-25, RL-9), {@code platform.codes.*}.
 *
 * @param lifetime how long a code is valid
 * @param tries how many wrong ones are heard before it is not
 * @param proofLifetime how long the proof of a right one waits for its use
 * @param pause how long a phone or address waits for its next code
 * @param perTarget how many it gets within 24 hours
 * @param perAddress how many are sent for one network address within an hour
 * @param perDay how many are sent on a day in all, so that no attack costs more
 */
@ConfigurationProperties("platform.codes")
public record CodeSettings(
        @Bindable(defaultValue = "5m") Duration lifetime,
        @Bindable(defaultValue = "5") int tries,
        @Bindable(defaultValue = "15m") Duration proofLifetime,
        @Bindable(defaultValue = "1m") Duration pause,
        @Bindable(defaultValue = "10") int perTarget,
        @Bindable(defaultValue = "30") int perAddress,
        @Bindable(defaultValue = "20000") int perDay) {}
