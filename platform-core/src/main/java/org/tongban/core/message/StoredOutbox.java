package org.tongban.core.message;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.account.Accounts;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Ids;

/** The outbox in the database: one row for each phone, written with the change that causes it. */
@Singleton
class StoredOutbox implements Outbox {
    /** What a phone in a message is sealed for. */
    static final String SEALED_FOR = "core.message.phone";

    private final Map<String, MessageTemplate> templates;
    private final MessageRepository repository;
    private final Accounts accounts;
    private final MasterKey masterKey;
    private final DatabaseClock clock;
    private final JsonMapper mapper;

    StoredOutbox(
            ModuleRegistry modules,
            MessageRepository repository,
            Accounts accounts,
            MasterKey masterKey,
            DatabaseClock clock,
            JsonMapper mapper) {
        this.templates = modules.<MessageTemplate>all(PlatformModule::messages).stream()
                .collect(Collectors.toMap(MessageTemplate::id, Function.identity()));
        this.repository = repository;
        this.accounts = accounts;
        this.masterKey = masterKey;
        this.clock = clock;
        this.mapper = mapper;
    }

    @Override
    public void send(String template, Recipient recipient, Map<String, String> parameters) {
        var found = templates.get(template);
        if (found == null) {
            throw new IllegalArgumentException("no module declares the message " + template);
        }
        var text = found.text(parameters);
        for (var account : accounts(recipient)) {
            accounts.phone(account).ifPresent(phone -> add(found, account, phone, parameters, text));
        }
    }

    private List<UUID> accounts(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Account account -> List.of(account.account());
            case Recipient.Organisation organisation ->
                accounts.ofOrganisation(organisation.organisation(), organisation.realm());
        };
    }

    private void add(
            MessageTemplate template, UUID account, String phone, Map<String, String> parameters, String text) {
        var id = Ids.next();
        try {
            repository.add(
                    id,
                    template.id(),
                    account,
                    masterKey.seal(phone, SEALED_FOR + id).bytes(),
                    Phones.masked(phone),
                    mapper.writeValueAsString(parameters),
                    text,
                    clock.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
