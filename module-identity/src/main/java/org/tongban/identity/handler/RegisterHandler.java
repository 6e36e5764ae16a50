package org.tongban.identity.handler;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.Persons;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.time.BusinessClock;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.SignInLink;
import org.tongban.identity.person.IdValidity;
import org.tongban.identity.person.People;
import org.tongban.identity.person.Person;
import org.tongban.identity.person.PersonFields;

/**
 * Registers the person whom an organisation names as its handler (ID-6): the account has no password and no agreement yet,
 * and waits for the person to sign in by a code.
 */
@Singleton
class RegisterHandler {
    private static final String REGISTERED = "identity.handler-registered";

    private final Accounts accounts;
    private final Persons persons;
    private final People people;
    private final OrganisationDirectory directory;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final SignInLink link;

    RegisterHandler(
            Accounts accounts,
            Persons persons,
            People people,
            OrganisationDirectory directory,
            Outbox outbox,
            BusinessClock clock,
            SignInLink link) {
        this.accounts = accounts;
        this.persons = persons;
        this.people = people;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
        this.link = link;
    }

    Person register(JsonNode form, String phone, UUID organisation) {
        var name = form.path("name").asText();
        var fields = form.path("person");
        var document = PersonFields.document(fields.path("idType"), form.path("idNumber"), clock.today());
        var id = persons.register(name);
        var account = accounts.create(new NewAccount(
                IdentityRealms.PERSON, UUID.randomUUID().toString(), null, true, id, null, phone, null, Set.of()));
        people.add(id, account.id(), name, document, IdValidity.of(fields));
        var named = directory.find(organisation).orElseThrow().name();
        outbox.send(REGISTERED, new Recipient.Account(account.id()), Map.of("organisation", named, "link", link.url()));
        return people.find(id).orElseThrow();
    }
}
