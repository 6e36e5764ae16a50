package org.tongban.core.message.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.message.Letters;
import org.tongban.core.message.Message;
import org.tongban.core.message.MessageRefused;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.message.MessageTemplates;
import org.tongban.core.message.OutgoingMessage;
import org.tongban.core.retry.Backoff;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Hands one message to its provider, with no connection held meanwhile, and marks what became of it (CO-41). */
@Singleton
class SendMessage {
    private static final Logger LOG = LoggerFactory.getLogger(SendMessage.class);
    /** Five tries within an hour. */
    private static final Backoff BACKOFF =
            Backoff.of(Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ofMinutes(15), Duration.ofMinutes(40));

    private final ClaimRepository repository;
    private final Providers providers;
    private final MessageTemplates templates;
    private final Letters letters;
    private final Transactions transactions;
    private final MessageSettings settings;
    private final MeterRegistry meters;
    private final DatabaseClock clock;

    SendMessage(
            ClaimRepository repository,
            Providers providers,
            MessageTemplates templates,
            Letters letters,
            Transactions transactions,
            MessageSettings settings,
            MeterRegistry meters,
            DatabaseClock clock) {
        this.repository = repository;
        this.providers = providers;
        this.templates = templates;
        this.letters = letters;
        this.transactions = transactions;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Sends it, if it is still true and there is time.
     *
     * @param until when another node may take it
     */
    void send(Message message, UUID attempt, Instant until) {
        var now = clock.now();
        if (message.isOver(now)) {
            end(message, attempt, "dropped", now, "it was no longer true");
        } else if (!now.isBefore(until)) {
            transactions.write(() -> repository.giveBack(message.id(), attempt));
        } else {
            attempt(message, attempt);
        }
    }

    private void attempt(Message message, UUID attempt) {
        var named = providers.of(message.sentBy());
        if (!named.provider().dropsRepeated() && !begin(message, attempt)) {
            return;
        }
        String id;
        try {
            id = named.provider().send(outgoing(message));
        } catch (MessageRefused refused) {
            end(message, attempt, "dead", clock.now(), refused.getMessage());
            return;
        } catch (RuntimeException failed) {
            var wait = BACKOFF.after(message.attempts());
            var due = clock.now().plus(wait.orElse(Duration.ZERO));
            end(message, attempt, wait.isEmpty() ? "dead" : "queued", due, String.valueOf(failed.getMessage()));
            return;
        }
        transactions.write(() -> repository.sent(message.id(), attempt, clock.now(), named.name(), id));
        count(message, "sent");
    }

    /** From here on nobody may hand it over again without knowing what came of it. */
    private boolean begin(Message message, UUID attempt) {
        var until = clock.now().plus(settings.lease());
        return transactions.write(() -> repository.begin(message.id(), attempt, until)) > 0;
    }

    private OutgoingMessage outgoing(Message message) {
        var content = letters.content(message);
        return new OutgoingMessage(
                message.id(),
                message.sentBy(),
                letters.recipient(message),
                content.subject(),
                content.text(),
                message.template(),
                ordered(message.template(), content.parameters()));
    }

    /** In the order of the text: a provider that counts parameters needs it, and a JSON object promises none. */
    private Map<String, String> ordered(String template, Map<String, String> parameters) {
        var ordered = new java.util.LinkedHashMap<String, String>();
        templates.find(template).map(MessageTemplate::parameters).orElse(List.of()).stream()
                .filter(parameters::containsKey)
                .forEach(name -> ordered.put(name, String.valueOf(parameters.get(name))));
        parameters.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private void end(Message message, UUID attempt, String state, Instant due, @Nullable String reason) {
        LOG.warn(
                "message {} to {} was not sent, attempt {}: {}, now {}",
                message.id(),
                message.recipientMasked(),
                message.attempts(),
                reason,
                state);
        transactions.write(() -> repository.end(message.id(), attempt, state, due, reason));
        count(message, state.equals("queued") ? "retried" : state);
    }

    private void count(Message message, String outcome) {
        meters.counter("tongban.messages", "channel", message.channel(), "outcome", outcome)
                .increment();
    }
}
