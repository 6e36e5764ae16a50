package org.tongban.core.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.swagger.v3.oas.annotations.Hidden;
import org.tongban.core.web.Open;

/** The node's figures in the Prometheus text format at {@code /metrics} (CO-81). */
@Hidden
@Replaces(io.micronaut.configuration.metrics.management.endpoint.MetricsEndpoint.class)
@Endpoint(id = "metrics", defaultEnabled = true, defaultSensitive = false)
class MetricsEndpoint {
    private final PrometheusMeterRegistry registry;

    MetricsEndpoint(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Open
    @Read(produces = "text/plain")
    String scrape() {
        return registry.scrape();
    }
}
