package org.tongban.identity.person;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongban.core.account.Account;
import org.tongban.core.account.Persons;
import org.tongban.core.account.Registration;
import org.tongban.core.account.Registration.Prepared;
import org.tongban.core.form.Forms;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.RegistrationForm;

/** Registers a natural person who asks for it (ID-1). */
@Singleton
class RegisterPerson {
    private final Registration registration;
    private final Persons persons;
    private final People people;
    private final Forms forms;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    RegisterPerson(
            Registration registration,
            Persons persons,
            People people,
            Forms forms,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.registration = registration;
        this.persons = persons;
        this.people = people;
        this.forms = forms;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A person that was registered.
     *
     * @param advice what had better not stand in the password
     */
    record Registered(Account account, List<Violation> advice) {}

    /** To be called with no transaction open: the password is hashed. That something is taken is told behind the proof. */
    Registered register(JsonNode form) {
        var wrong = new ArrayList<>(forms.submit(IdentityModule.PERSON_FORM).check(form));
        if (wrong.stream().noneMatch(violation -> violation.pointer().startsWith("/idValid"))) {
            wrong.addAll(IdValidity.of(form).violations("", clock.today()));
        }
        var prepared = registration.prepare(
                RegistrationForm.read(IdentityRealms.PERSON, IdentityRealms.PERSON_REGISTER, null, form), wrong);
        return transactions.write(() -> new Registered(complete(form, prepared), prepared.advice()));
    }

    private Account complete(JsonNode form, Prepared prepared) {
        var name = form.path("name").asText();
        var document = PersonFields.document(form.path("idType"), form.path("idNumber"), clock.today());
        var person = persons.register(name);
        var account = registration.complete(prepared.of(person, null));
        people.add(person, account.id(), name, document, IdValidity.of(form));
        audit.record("identity/person", person, Map.of("account", account.id(), "idNumber", document.masked()));
        return account;
    }
}
