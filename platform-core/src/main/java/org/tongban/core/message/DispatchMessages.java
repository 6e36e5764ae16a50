package org.tongban.core.message;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.message.MessageTemplate.Channel;
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
    private final Map<Channel, MessageProvider> providers;
    private final Letters letters;
    private final DatabaseClock clock;

    DispatchMessages(
            MessageRepository repository,
            Transactions transactions,
            List<MessageProvider> providers,
            @Value("${platform.sms.provider:log}") String sms,
            @Value("${platform.email.provider:log}") String email,
            Letters letters,
            DatabaseClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.providers = Map.of(
                Channel.SMS, one(providers, Channel.SMS, "platform.sms.provider", sms),
                Channel.EMAIL, one(providers, Channel.EMAIL, "platform.email.provider", email));
        this.letters = letters;
        this.clock = clock;
    }

    private static MessageProvider one(List<MessageProvider> all, Channel channel, String property, String named) {
        var found =
                all.stream().filter(provider -> provider.channel() == channel).toList();
        if (found.size() != 1) {
            throw new StartRefused("%d modules instead of one have the provider “%s” that %s names."
                    .formatted(found.size(), named, property));
        }
        return found.getFirst();
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

    private MessageProvider provider(Message message) {
        return Objects.requireNonNull(providers.get(message.sentBy()));
    }

    private void send(Message message) {
        if (message.isOver(clock.now())) {
            LOG.warn("message {} is dropped after {} attempts: it is no longer true", message.id(), message.attempts());
            transactions.write(() -> {
                repository.dropped(message.id());
                return message;
            });
            return;
        }
        try {
            var content = letters.content(message);
            var id = provider(message)
                    .send(letters.recipient(message), content.subject(), content.text(), message.template());
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
