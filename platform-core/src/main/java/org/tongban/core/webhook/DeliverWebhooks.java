package org.tongban.core.webhook;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tongban.core.retry.SideBySide;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** The task {@code platform.deliver-webhooks}: calls webhooks for what is due (CO-51), each one's in its order. */
@Singleton
class DeliverWebhooks implements TaskBody {
    private static final int AT_ONCE = 200;
    private static final int MOST_TURNS = 50;

    private final DeliveryRepository repository;
    private final AttemptDelivery attemptDelivery;
    private final Transactions transactions;
    private final WebhookSettings settings;
    private final DatabaseClock clock;

    DeliverWebhooks(
            DeliveryRepository repository,
            AttemptDelivery attemptDelivery,
            Transactions transactions,
            WebhookSettings settings,
            DatabaseClock clock) {
        this.repository = repository;
        this.attemptDelivery = attemptDelivery;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "platform.deliver-webhooks";
    }

    @Override
    public void run() {
        transactions.write(() -> repository.sweepClaimed(clock.now()) + repository.sweepOver(clock.now()));
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            if (!deliver()) {
                return;
            }
        }
    }

    private boolean deliver() {
        var claim = UUID.randomUUID();
        var now = clock.now();
        var until = now.plus(settings.lease());
        var taken = new ArrayList<>(transactions.write(() -> repository.take(claim, now, until, AT_ONCE)));
        taken.sort(Comparator.comparing(DeliveryRow::dueAt).thenComparing(DeliveryRow::id));
        // One that does not answer is not asked again at once: others wait for their turn.
        Set<UUID> failing = ConcurrentHashMap.newKeySet();
        SideBySide.work(taken, DeliveryRow::webhook, settings.parallel(), delivery -> {
            if (failing.contains(delivery.webhook()) || !clock.now().isBefore(until)) {
                transactions.write(() -> repository.giveBack(delivery.id(), claim));
            } else if (!attemptDelivery.attempt(delivery, claim)) {
                failing.add(delivery.webhook());
            }
        });
        return !taken.isEmpty();
    }
}
