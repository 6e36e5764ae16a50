package org.tongban.core.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Forgets what webhooks were told long ago, with the log of the calls. */
@Singleton
class PurgeDeliveries implements TaskBody {
    private static final int AT_ONCE = 500;

    private final DeliveryRepository repository;
    private final Transactions transactions;
    private final WebhookSettings settings;
    private final DatabaseClock clock;

    PurgeDeliveries(
            DeliveryRepository repository, Transactions transactions, WebhookSettings settings, DatabaseClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "platform.purge-webhook-deliveries";
    }

    @Override
    public void run() {
        var before = clock.now().minus(Duration.ofDays(settings.keptDays()));
        int gone;
        do {
            gone = transactions.write(() -> repository.deleteBefore(before, AT_ONCE));
        } while (gone == AT_ONCE);
    }
}
