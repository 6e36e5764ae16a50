package org.tongban.core.message;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.module.StartRefused;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Sends what is due, with no connection held while the provider works (CO-41): five tries over an hour, then dead. */
@Singleton
class DispatchMessages implements TaskBody {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchMessages.class);
    private static final int AT_ONCE = 50;
    private static final List<Duration> BACKOFF =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ofMinutes(15), Duration.ofMinutes(40));

    private final MessageRepository repository;
    private final Transactions transactions;
    private final SmsProvider provider;
    private final MasterKey masterKey;
    private final DatabaseClock clock;

    DispatchMessages(
            MessageRepository repository,
            Transactions transactions,
            @Nullable SmsProvider provider,
            @Value("${platform.sms.provider:log}") String named,
            MasterKey masterKey,
            DatabaseClock clock) {
        if (provider == null) {
            throw new StartRefused(
                    "No module has the provider “%s” that platform.sms.provider names.".formatted(named));
        }
        this.repository = repository;
        this.transactions = transactions;
        this.provider = provider;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "platform.dispatch-messages";
    }

    @Override
    public void run() {
        List<Message> taken;
        do {
            var now = clock.now();
            taken = transactions.write(() -> repository.take(now, now.plus(BACKOFF.getFirst()), AT_ONCE));
            taken.forEach(this::send);
        } while (taken.size() == AT_ONCE);
    }

    private void send(Message message) {
        try {
            var phone = masterKey.openText(Encrypted.of(message.phone()), StoredOutbox.SEALED_FOR + message.id());
            var id = provider.send(phone, message.text(), message.template());
            transactions.write(() -> {
                repository.sent(message.id(), clock.now(), id);
                return id;
            });
        } catch (RuntimeException e) {
            LOG.warn("message {} was not sent, attempt {}: {}", message.id(), message.attempts(), e.getMessage());
            var tries = message.attempts();
            var dead = tries > BACKOFF.size();
            var due = clock.now().plus(dead ? Duration.ZERO : BACKOFF.get(tries - 1));
            transactions.write(() -> {
                repository.failed(message.id(), dead ? "dead" : "queued", due, String.valueOf(e.getMessage()));
                return due;
            });
        }
    }
}
