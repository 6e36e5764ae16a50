package org.tongban.core.webhook;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.ClientCaller;
import org.tongban.core.web.Ownership;
import org.tongban.core.web.internal.ReachedByClients;

/** A client reaches its own webhooks, and operators of the whole country all of them (CO-28). */
@Singleton
class WebhookOwnership implements Ownership, ReachedByClients {
    private final WebhookRepository repository;

    WebhookOwnership(WebhookRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return caller.reaches(null) ? row(id, lock).map(WebhookRow::version) : Optional.empty();
    }

    @Override
    public Optional<Long> version(ClientCaller client, UUID id, boolean lock) {
        return row(id, lock)
                .filter(webhook -> client.client().equals(webhook.client()))
                .map(WebhookRow::version);
    }

    private Optional<WebhookRow> row(UUID id, boolean lock) {
        return lock ? repository.lock(id) : repository.find(id);
    }
}
