package org.tongban.core.message;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Accounts;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Ids;

/** The outbox in the database: one row for each phone or address, written with the change that causes it. */
@Singleton
class StoredOutbox implements Outbox {
    private static final Place NOWHERE = new Place(Channel.SMS, "", null);

    private final Map<String, MessageTemplate> templates;
    private final MessageRepository repository;
    private final Accounts accounts;
    private final Letters letters;
    private final DatabaseClock clock;

    StoredOutbox(
            ModuleRegistry modules,
            MessageRepository repository,
            Accounts accounts,
            Letters letters,
            DatabaseClock clock) {
        this.templates = modules.<MessageTemplate>all(PlatformModule::messages).stream()
                .collect(Collectors.toMap(MessageTemplate::id, Function.identity()));
        this.repository = repository;
        this.accounts = accounts;
        this.letters = letters;
        this.clock = clock;
    }

    /** Where one row goes. */
    private record Place(
            Channel channel, String to, @Nullable UUID account) {}

    @Override
    public void send(String template, Recipient recipient, Map<String, String> parameters) {
        send(template, recipient, parameters, Language.ZH, null);
    }

    @Override
    public void sendWhileTrue(
            String template, Recipient recipient, Map<String, String> parameters, Language language, Instant notAfter) {
        send(template, recipient, parameters, language, notAfter);
    }

    private void send(
            String template,
            Recipient recipient,
            Map<String, String> parameters,
            Language language,
            @Nullable Instant notAfter) {
        var found = templates.get(template);
        if (found == null) {
            throw new IllegalArgumentException("no module declares the message " + template);
        }
        var text = found.text(language, parameters);
        for (var place : places(recipient)) {
            if (!found.channels().contains(place.channel())) {
                throw new IllegalArgumentException("the message %s is not for %s".formatted(template, place.channel()));
            }
            var subject = place.channel() == Channel.EMAIL && found.subject() != null
                    ? found.subject().in(language)
                    : "";
            add(found, place, new Letters.Content(subject, text, parameters), notAfter);
        }
    }

    private List<Place> places(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Nobody() -> List.of(NOWHERE);
            case Recipient.Account(var account) -> phones(List.of(account));
            case Recipient.Organisation(var organisation, var realm) ->
                phones(accounts.ofOrganisation(organisation, realm));
            case Recipient.Phone(var phone) -> List.of(new Place(Channel.SMS, phone, null));
            case Recipient.Email(var address) -> List.of(new Place(Channel.EMAIL, address, null));
        };
    }

    private List<Place> phones(List<UUID> of) {
        return of.stream()
                .flatMap(account -> accounts.phone(account).stream().map(to -> new Place(Channel.SMS, to, account)))
                .toList();
    }

    private void add(MessageTemplate template, Place place, Letters.Content content, @Nullable Instant notAfter) {
        var id = Ids.next();
        repository.add(
                id,
                template.id(),
                place.channel().name(),
                place.account(),
                letters.sealRecipient(id, place.to()),
                Masked.of(place.channel(), place.to()),
                letters.sealContent(id, content),
                place.equals(NOWHERE) ? "dropped" : "queued",
                notAfter,
                clock.now());
    }
}
