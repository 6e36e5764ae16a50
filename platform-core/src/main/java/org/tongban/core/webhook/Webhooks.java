package org.tongban.core.webhook;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.tongban.core.event.EventType;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.Caller;
import org.tongban.core.web.ClientCaller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;
import org.tongban.core.webhook.send.OutsideAddresses;
import org.tongban.core.webhook.send.OutsideAddresses.Refusal;

/** Registers webhooks and ends them (CO-51). Joins the transaction under way. */
@Singleton
class Webhooks {
    private final WebhookRepository repository;
    private final DeliveryRepository deliveries;
    private final WebhookSecrets secrets;
    private final OutsideAddresses addresses;
    private final Outbox outbox;
    private final DatabaseClock clock;
    private final WebhookSettings settings;
    private final Set<String> types;

    Webhooks(
            WebhookRepository repository,
            DeliveryRepository deliveries,
            WebhookSecrets secrets,
            OutsideAddresses addresses,
            Outbox outbox,
            DatabaseClock clock,
            WebhookSettings settings,
            ModuleRegistry modules) {
        this.repository = repository;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.addresses = addresses;
        this.outbox = outbox;
        this.clock = clock;
        this.settings = settings;
        this.types = modules.<EventType>all(PlatformModule::events).stream()
                .map(EventType::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * How a webhook is to be.
     *
     * @param contact the e-mail address of who is told when it is disabled; empty for nobody
     */
    record Setup(String url, List<String> eventTypes, String contact) {}

    /** A webhook with its secret, which nobody sees again. */
    record Made(WebhookRow webhook, String secret) {}

    /** The types of events there are, by their ids. */
    List<String> eventTypes() {
        return types.stream().sorted().toList();
    }

    Made create(Authenticated caller, Setup setup) {
        requireRight(setup);
        UUID client = clientOf(caller);
        if (repository.count(client) >= settings.perOwner()) {
            throw DomainException.of(WebhookError.WEBHOOK_LIMIT);
        }
        var id = Ids.next();
        var secret = WebhookSecrets.next();
        repository.insert(
                id,
                client,
                caller instanceof Caller account ? account.account() : null,
                setup.url(),
                joined(setup),
                secrets.sealContact(id, setup.contact()),
                secrets.seal(id, secret),
                clock.now());
        return new Made(find(id), secret);
    }

    /** The client that calls on its own behalf; null for operators. */
    static @Nullable UUID clientOf(Authenticated caller) {
        return switch (caller) {
            case Caller account -> null;
            case ClientCaller client -> client.client();
        };
    }

    WebhookRow change(UUID id, Setup setup) {
        requireRight(setup);
        repository.change(id, setup.url(), joined(setup), secrets.sealContact(id, setup.contact()), clock.now());
        return find(id);
    }

    /** Gives it a new secret; the former one signs too for a while, so that its receiver can change over. */
    Made renewSecret(UUID id) {
        var now = clock.now();
        var secret = WebhookSecrets.next();
        repository.changeSecret(
                id, secrets.seal(id, secret), secrets.sealAsPrevious(find(id)), now.plus(settings.overlap()), now);
        return new Made(find(id), secret);
    }

    WebhookRow enable(UUID id) {
        repository.enable(id, clock.now());
        return find(id);
    }

    /** Calls it no more, and gives up what it was still to be told. */
    WebhookRow disable(UUID id) {
        end(id, "asked");
        return find(id);
    }

    /** The same where the webhook itself is the reason: who is responsible is told. */
    void disableFor(WebhookRow webhook, String why, String reason) {
        if (!end(webhook.id(), why)) {
            return;
        }
        var host = HttpUrl.get(webhook.url()).host();
        var said = Map.of("host", host, "reason", reason);
        var contact = secrets.contact(webhook);
        if (!contact.isEmpty()) {
            outbox.send("core.webhook-disabled", new Recipient.Email(contact), said);
        }
        if (webhook.createdBy() instanceof UUID account) {
            outbox.send("core.webhook-disabled", new Recipient.Account(account), said);
        }
    }

    private boolean end(UUID id, String why) {
        var now = clock.now();
        if (repository.disable(id, why, now) == 0) {
            return false;
        }
        deliveries.giveUp(id, now);
        return true;
    }

    void delete(UUID id) {
        repository.delete(id);
    }

    WebhookRow find(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private static String joined(Setup setup) {
        return setup.eventTypes().stream().sorted().distinct().collect(Collectors.joining(" "));
    }

    private void requireRight(Setup setup) {
        var violations = new ArrayList<Violation>();
        var refusal = addresses.check(setup.url()).refusal();
        if (refusal != null) {
            violations.add(violation(refusal));
        }
        for (int i = 0; i < setup.eventTypes().size(); i++) {
            if (!types.contains(setup.eventTypes().get(i))) {
                violations.add(new Violation(
                        "/eventTypes/" + i, "unknown", new Title("没有此类事件", "There are no events of this type")));
            }
        }
        if (!violations.isEmpty()) {
            throw DomainException.of(WebhookError.WEBHOOK_REFUSED, violations);
        }
    }

    private static Violation violation(Refusal refusal) {
        return switch (refusal) {
            case NOT_AN_ADDRESS ->
                new Violation(
                        "/url",
                        "not-an-address",
                        new Title("须为不含用户名和片段的网址", "An address without a user and a fragment"));
            case NOT_SECURE -> new Violation("/url", "not-secure", new Title("须以 https:// 开头", "https:// alone"));
            case AMBIGUOUS ->
                new Violation(
                        "/url",
                        "ambiguous-host",
                        new Title("IP 地址须写成四段十进制数，且无前导零", "Four decimal numbers without leading zeros"));
            case NOT_PUBLIC ->
                new Violation("/url", "not-public", new Title("须为公网地址", "The host must have public addresses alone"));
        };
    }
}
