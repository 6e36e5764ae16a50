package org.tongban.core.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The cost of an Argon2id hash (CO-21), {@code platform.passwords.*}; hashes of another cost are made anew at the next
 * sign-in.
 *
 * @param memory in KiB
 */
@ConfigurationProperties("platform.passwords")
record PasswordSettings(
        @Bindable(defaultValue = "19456") int memory,
        @Bindable(defaultValue = "2") int iterations,
        @Bindable(defaultValue = "1") int parallelism) {}
