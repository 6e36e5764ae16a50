package org.tongban.identity.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Persons;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.Folding;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.organisation.OrganisationAccounts;
import org.tongban.identity.person.IdValidity;
import org.tongban.identity.person.People;
import org.tongban.identity.person.Person;

/** Links an organisation with its handler, a person who is registered or is to be (ID-6, ID-7); in the transaction under way. */
@Singleton
class LinkHandler {
    private static final String EXISTING = "existing";
    private static final Title NO_PHONE = new Title("须以短信验证码验证经办人的手机", "A code sent to the handler's phone is needed");

    private final OrganisationAccounts organisations;
    private final HandlerLinks links;
    private final RegisterHandler registerHandler;
    private final People people;
    private final Persons persons;
    private final Accounts accounts;
    private final Proofs proofs;
    private final Forms forms;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final boolean sole;

    LinkHandler(
            OrganisationAccounts organisations,
            HandlerLinks links,
            RegisterHandler registerHandler,
            People people,
            Persons persons,
            Accounts accounts,
            Proofs proofs,
            Forms forms,
            BusinessClock clock,
            AuditTrail audit,
            @Value("${platform.identity.organisation.one-organisation-per-handler:true}") boolean sole) {
        this.organisations = organisations;
        this.links = links;
        this.registerHandler = registerHandler;
        this.people = people;
        this.persons = persons;
        this.accounts = accounts;
        this.proofs = proofs;
        this.forms = forms;
        this.clock = clock;
        this.audit = audit;
        this.sole = sole;
    }

    /**
     * Links the handler that the form names.
     *
     * @param instead whether it takes the place of the present one
     */
    HandlerLink link(Caller caller, JsonNode form, boolean instead) {
        requireSound(form);
        var organisation = organisations.lockOwn(caller);
        var present = links.lockPresent(organisation.id());
        if (present.isPresent() && !instead) {
            throw DomainException.of(IdentityError.HANDLER_PRESENT);
        }
        var phone = provedPhone(caller, form);
        boolean registered = form.path("mode").asText().equals(EXISTING);
        var person = registered ? existing(form, phone) : registerHandler.register(form, phone, organisation.id());
        present.ifPresent(
                link -> links.end(link, LinkMove.REPLACE, IdentityActor.ORGANISATION, caller.account(), account(link)));
        var begun = links.add(
                HandlerLink.begin(
                        Ids.next(), IdentityRealms.ORGANISATION, organisation.id(), person.id(), sole, clock.now()),
                person);
        // Whom another organisation registered, and who has not come in yet, has accepted nothing.
        var link = registered && !isAwaited(person)
                ? links.activate(begun, LinkMove.CONFIRM, IdentityActor.ORGANISATION, caller.account())
                : begun;
        audit.record("identity/handler-link", link.id(), Map.of("person", person.id(), "state", link.state()));
        return link;
    }

    private boolean isAwaited(Person person) {
        return accounts.find(person.account()).filter(Account::awaited).isPresent();
    }

    private @Nullable UUID account(HandlerLink link) {
        return people.find(link.person()).map(Person::account).orElse(null);
    }

    private void requireSound(JsonNode form) {
        var wrong = new ArrayList<>(forms.submit(IdentityModule.HANDLER_FORM).check(form));
        boolean fresh = !form.path("mode").asText().equals(EXISTING);
        if (fresh && wrong.isEmpty()) {
            wrong.addAll(IdValidity.of(form.path("person")).violations("/person", clock.today()));
        }
        if (!wrong.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, wrong);
        }
    }

    private String provedPhone(Caller caller, JsonNode form) {
        var proof = form.path("phoneProof").asText();
        var proved =
                proofs.consume(proof, IdentityRealms.HANDLER_LINK, caller.realm(), caller.session(), "/phoneProof");
        if (proved instanceof Target.Phone(var phone)) {
            return phone;
        }
        throw DomainException.of(CoreError.INVALID_INPUT, List.of(new Violation("/phoneProof", "no-phone", NO_PHONE)));
    }

    /** Only behind a code to the person's own phone is anything told of it. */
    private Person existing(JsonNode form, String phone) {
        var person = people.ofNumber(form.path("idNumber").asText())
                .filter(found -> accounts.phone(found.account()).equals(Optional.of(phone)))
                .orElseThrow(() -> DomainException.of(IdentityError.HANDLER_UNKNOWN));
        if (!Folding.name(person.name()).equals(Folding.name(form.path("name").asText()))) {
            throw DomainException.of(IdentityError.HANDLER_NAME_DIFFERS);
        }
        // Whoever is about to be one with another person is linked once that is decided.
        if (people.lockMerging(person.id()).orElseThrow(() -> DomainException.of(IdentityError.HANDLER_UNKNOWN))) {
            throw DomainException.of(IdentityError.MERGE_IN_REVIEW);
        }
        persons.requireValidId(person.id());
        return person;
    }
}
