package org.tongban.core.message;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
            Recipient recipient,
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

    /** The rows that one call adds. */
    private record Rows(List<MessageRow> messages, List<Inboxes.NewEntry> entries) {}

    /** Who acts for the organisations that are told, and where all accounts are reached. */
    private record Directory(Map<Recipient.Organisation, List<UUID>> acting, Map<UUID, Contacts.Addresses> addresses) {
        Contacts.Addresses of(UUID account) {
            return Objects.requireNonNull(addresses.get(account));
        }
    }

    @Override
    public void sendAll(List<NewMessage> messages) {
        sendSaid(messages.stream()
                .map(message -> new Said(
                        template(message.template()),
                        message.recipient(),
                        message.parameters(),
                        Language.ZH,
                        message.link(),
                        null))
                .toList());
    }

    @Override
    public void sendWhileTrue(
            String template, Recipient recipient, Map<String, String> parameters, Language language, Instant notAfter) {
        sendSaid(List.of(new Said(template(template), recipient, parameters, language, null, notAfter)));
    }

    private MessageTemplate template(String id) {
        return templates
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("no module declares the message " + id));
    }

    private void sendSaid(List<Said> all) {
        var directory = directory(all.stream().map(Said::recipient).collect(Collectors.toSet()));
        var rows = new Rows(new ArrayList<>(), new ArrayList<>());
        all.forEach(said -> write(said, directory, rows));
        var now = clock.now();
        inboxes.put(rows.entries(), now);
        repository.add(rows.messages(), now);
    }

    private Directory directory(Set<Recipient> recipients) {
        var acting = new HashMap<Recipient.Organisation, List<UUID>>();
        var told = new HashSet<UUID>();
        var asked = new HashMap<String, Set<UUID>>();
        for (var recipient : recipients) {
            switch (recipient) {
                case Recipient.Account(var account) -> told.add(account);
                case Recipient.FormerPhone(var account, var ignored) -> told.add(account);
                case Recipient.Organisation(var organisation, var realm) ->
                    asked.computeIfAbsent(realm, any -> new HashSet<>()).add(organisation);
                case Recipient.Nobody ignored -> {}
                case Recipient.Phone ignored -> {}
                case Recipient.Email ignored -> {}
            }
        }
        asked.forEach((realm, organisations) -> accounts.ofOrganisations(organisations, realm)
                .forEach((organisation, found) -> {
                    acting.put(new Recipient.Organisation(organisation, realm), found);
                    told.addAll(found);
                }));
        return new Directory(acting, contacts.addresses(told));
    }

    private void write(Said said, Directory directory, Rows rows) {
        var text = said.text();
        switch (said.recipient()) {
            case Recipient.Nobody() -> rows.messages().add(row(said, NOWHERE, text));
            case Recipient.Account(var account) -> tell(account, directory.of(account), said, text, rows);
            case Recipient.FormerPhone(var account, var phone) ->
                tell(
                        account,
                        new Contacts.Addresses(phone, directory.of(account).email()),
                        said,
                        text,
                        rows);
            case Recipient.Organisation organisation ->
                directory
                        .acting()
                        .getOrDefault(organisation, List.of())
                        .forEach(account -> tell(account, directory.of(account), said, text, rows));
            case Recipient.Phone(var phone) ->
                rows.messages().add(rowTo(new Place(Channel.SMS, phone, null), said, text));
            case Recipient.Email(var address) ->
                rows.messages().add(rowTo(new Place(Channel.EMAIL, address, null), said, text));
        }
    }

    /** The inbox first: it holds whatever becomes of the rest. */
    private void tell(UUID account, Contacts.Addresses addresses, Said said, String text, Rows rows) {
        var template = said.template();
        rows.entries()
                .add(new Inboxes.NewEntry(
                        account,
                        template.id(),
                        templates.module(template.id()),
                        new Letters.Content("", text, said.parameters()),
                        said.link()));
        var phone = addresses.phone();
        if (template.byPhone() && phone != null) {
            rows.messages().add(row(said, new Place(Channel.SMS, phone, account), text));
        }
        var email = addresses.email();
        if (!template.inboxAlone() && email != null) {
            rows.messages().add(row(said, new Place(Channel.EMAIL, email, account), text));
        }
    }

    private MessageRow rowTo(Place place, Said said, String text) {
        var template = said.template();
        if (!template.channels().contains(place.channel())) {
            throw new IllegalArgumentException(
                    "the message %s is not for %s".formatted(template.id(), place.channel()));
        }
        return row(said, place, text);
    }

    private MessageRow row(Said said, Place place, String text) {
        var id = Ids.next();
        var template = said.template();
        var content = new Letters.Content(said.subject(place.channel()), text, ordered(said));
        return new MessageRow(
                id,
                template.id(),
                place.channel(),
                place.account(),
                letters.sealRecipient(id, place.to()),
                letters.index(place.to()),
                Masked.of(place.channel(), place.to()),
                letters.sealContent(id, content),
                place.equals(NOWHERE) ? "dropped" : "queued",
                template.urgent(),
                said.notAfter());
    }

    /** Providers count the parameters of a text, so that their order matters. */
    private static Map<String, String> ordered(Said said) {
        var ordered = new LinkedHashMap<String, String>();
        List<String> names = said.template().parameters();
        names.forEach(name -> ordered.put(name, said.parameters().getOrDefault(name, "")));
        return ordered;
    }
}
