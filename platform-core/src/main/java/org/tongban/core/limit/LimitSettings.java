package org.tongban.core.limit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many requests a minute a node takes (CO-84), {@code platform.limits.*}.
 *
 * @param enabled whether it counts at all
 * @param account from an account or a client
 * @param address from an address without a token
 * @param publicSearch from an address to public data and pages
 */
@ConfigurationProperties("platform.limits")
record LimitSettings(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "600") int account,
        @Bindable(defaultValue = "120") int address,
        @Bindable(defaultValue = "300") int publicSearch) {}
