package org.tongban.core.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tongban.core.event.EventTap;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Ids;

/** Queues each event for the webhooks that want its type (CO-51); twice told, it is queued once. */
@Singleton
class QueueWebhooks implements EventTap {
    /** So long an event is tried. */
    static final Duration LONGEST = Duration.ofDays(3);

    private final DeliveryRepository repository;
    private final DatabaseClock clock;

    QueueWebhooks(DeliveryRepository repository, DatabaseClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public String subscriber() {
        return "platform.queue-webhooks";
    }

    @Override
    public void take(Occurrence event) {
        var now = clock.now();
        for (var webhook : repository.wanting(event.type(), event.transaction())) {
            repository.queue(
                    Ids.next(),
                    webhook,
                    event.id(),
                    event.type(),
                    event.aggregate(),
                    event.at(),
                    now,
                    now.plus(LONGEST));
        }
    }
}
