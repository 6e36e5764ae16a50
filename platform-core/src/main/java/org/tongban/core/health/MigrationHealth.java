package org.tongban.core.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.tongban.core.module.Migrations;

/** Ready only once every module's migrations have been applied by the owner. */
@Singleton
@Readiness
class MigrationHealth implements HealthIndicator {
    private final Migrations migrations;
    private final ExecutorService executor;

    MigrationHealth(Migrations migrations, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.migrations = migrations;
        this.executor = executor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(() -> CompletableFuture.supplyAsync(this::result, executor));
    }

    private HealthResult result() {
        var pending = migrations.pending();
        return HealthResult.builder("migrations", pending.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("pending", pending))
                .build();
    }
}
