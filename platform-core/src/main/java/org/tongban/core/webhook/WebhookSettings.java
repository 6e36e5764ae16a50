package org.tongban.core.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The settings of webhooks, {@code platform.webhooks.*} (CO-51).
 *
 * @param retry how long a delivery waits after its first failure
 * @param timeout how long a call may take
 * @param lease how long a node has for the deliveries that it took
 * @param parallel how many webhooks a node calls at a time
 * @param overlap how long the former secret signs too after there is a new one
 * @param disableAfter after how long without one success a webhook is disabled
 * @param keptDays after how many days what was delivered or given up is forgotten
 * @param perOwner how many webhooks a client has at most, and operators all together
 */
@ConfigurationProperties("platform.webhooks")
record WebhookSettings(
        @Bindable(defaultValue = "5s") Duration retry,
        @Bindable(defaultValue = "10s") Duration timeout,
        @Bindable(defaultValue = "2m") Duration lease,
        @Bindable(defaultValue = "8") int parallel,
        @Bindable(defaultValue = "24h") Duration overlap,
        @Bindable(defaultValue = "3d") Duration disableAfter,
        @Bindable(defaultValue = "30") int keptDays,
        @Bindable(defaultValue = "20") int perOwner) {}
