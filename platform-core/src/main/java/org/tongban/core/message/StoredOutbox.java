package org.tongban.core.message;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Contacts;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.inbox.Inboxes;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Ids;

/** The outbox in the database: a row for each phone or mailbox and one in each inbox, written with what causes them. */
@Singleton
class StoredOutbox implements Outbox {
    private static final Place NOWHERE = new Place(Channel.SMS, "", null);
    /** Of the copy of what was written for phones. */
    private static final Title NOTICE = new Title("办事通知", "Notice");

    private final MessageTemplates templates;
    private final MessageRepository repository;
    private final Inboxes inboxes;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Letters letters;
    private final DatabaseClock clock;

    StoredOutbox(
            MessageTemplates templates,
            MessageRepository repository,
            Inboxes inboxes,
            Accounts accounts,
            Contacts contacts,
            Letters letters,
            DatabaseClock clock) {
        this.templates = templates;
        this.repository = repository;
        this.inboxes = inboxes;
        this.accounts = accounts;
        this.contacts = contacts;
        this.letters = letters;
        this.clock = clock;
    }

    /** Where one row goes. */
    private record Place(
            Channel channel, String to, @Nullable UUID account) {}

    /** What is said, with how long it is true. */
    private record Said(
            MessageTemplate template,
            Map<String, String> parameters,
            Language language,
            @Nullable String link,
            @Nullable Instant notAfter) {
        String text() {
            return template.text(language, parameters);
        }

        String subject(Channel channel) {
            if (channel == Channel.SMS) {
                return "";
            }
            var subject = template.subject();
            return (subject == null ? NOTICE : subject).in(language);
        }
    }

    @Override
    public void send(String template, Recipient recipient, Map<String, String> parameters) {
        send(recipient, new Said(template(template), parameters, Language.ZH, null, null));
    }

    @Override
    public void send(String template, Recipient recipient, Map<String, String> parameters, String link) {
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("not a path of this platform: " + link);
        }
        send(recipient, new Said(template(template), parameters, Language.ZH, link, null));
    }

    @Override
    public void sendWhileTrue(
            String template, Recipient recipient, Map<String, String> parameters, Language language, Instant notAfter) {
        send(recipient, new Said(template(template), parameters, language, null, notAfter));
    }

    private MessageTemplate template(String id) {
        return templates
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("no module declares the message " + id));
    }

    private void send(Recipient recipient, Said said) {
        var text = said.text();
        switch (recipient) {
            case Recipient.Nobody() -> add(said, NOWHERE, text);
            case Recipient.Account(var account) -> tell(account, contacts.phone(account).stream(), said, text);
            case Recipient.FormerPhone(var account, var phone) -> tell(account, Stream.of(phone), said, text);
            case Recipient.Organisation(var organisation, var realm) ->
                accounts.ofOrganisation(organisation, realm)
                        .forEach(account -> tell(account, contacts.phone(account).stream(), said, text));
            case Recipient.Phone(var phone) -> sendTo(new Place(Channel.SMS, phone, null), said, text);
            case Recipient.Email(var address) -> sendTo(new Place(Channel.EMAIL, address, null), said, text);
        }
    }

    /** The inbox first: it holds whatever becomes of the rest. */
    private void tell(UUID account, Stream<String> phones, Said said, String text) {
        var template = said.template();
        inboxes.put(
                account,
                template.id(),
                templates.module(template.id()),
                new Letters.Content("", text, said.parameters()),
                said.link(),
                clock.now());
        if (template.byPhone()) {
            phones.forEach(phone -> add(said, new Place(Channel.SMS, phone, account), text));
        }
        if (template.inboxAlone()) {
            return;
        }
        contacts.confirmedEmail(account)
                .ifPresent(address -> add(said, new Place(Channel.EMAIL, address, account), text));
    }

    private void sendTo(Place place, Said said, String text) {
        var template = said.template();
        if (!template.channels().contains(place.channel())) {
            throw new IllegalArgumentException(
                    "the message %s is not for %s".formatted(template.id(), place.channel()));
        }
        add(said, place, text);
    }

    private void add(Said said, Place place, String text) {
        var id = Ids.next();
        var template = said.template();
        var content = new Letters.Content(said.subject(place.channel()), text, ordered(said));
        repository.add(
                id,
                template.id(),
                place.channel().name(),
                place.account(),
                letters.sealRecipient(id, place.to()),
                letters.index(place.to()),
                Masked.of(place.channel(), place.to()),
                letters.sealContent(id, content),
                place.equals(NOWHERE) ? "dropped" : "queued",
                template.urgent(),
                said.notAfter(),
                clock.now());
    }

    /** Providers count the parameters of a text, so that their order matters. */
    private static Map<String, String> ordered(Said said) {
        var ordered = new LinkedHashMap<String, String>();
        List<String> names = said.template().parameters();
        names.forEach(name -> ordered.put(name, said.parameters().getOrDefault(name, "")));
        return ordered;
    }
}
