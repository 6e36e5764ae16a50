package org.tongban.core.prefill;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongban.core.account.Contacts;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Transactions;

/** What the platform itself knows: the account's phone and e-mail, the person, and the organisation it acts for. */
@Singleton
class OwnFacts implements FactSource {
    private static final String PHONE = "account.phone";
    private static final String EMAIL = "account.email";
    private static final String PERSON = "person.name";
    private static final String NAME = "organisation.name";
    private static final String USCC = "organisation.uscc";
    private static final String REGION = "organisation.region";

    private static final Title ACCOUNT = new Title("账号信息", "Your account");
    private static final Title REGISTERED = new Title("单位登记信息", "The organisation as registered here");
    private static final Title OF_PERSON = new Title("个人登记信息", "The person as registered here");

    private static final String MAINLAND = "+86";

    private final Contacts contacts;
    private final OrganisationDirectory organisations;
    private final KnownSinceRepository since;
    private final Transactions transactions;

    OwnFacts(
            Contacts contacts,
            OrganisationDirectory organisations,
            KnownSinceRepository since,
            Transactions transactions) {
        this.contacts = contacts;
        this.organisations = organisations;
        this.since = since;
        this.transactions = transactions;
    }

    @Override
    public Set<String> names() {
        return Set.of(PHONE, EMAIL, PERSON, NAME, USCC, REGION);
    }

    @Override
    public List<Fact> known(Caller caller) {
        return transactions.read(() -> {
            var facts = new ArrayList<Fact>();
            since.account(caller.account()).ifPresent(at -> {
                contacts.phone(caller.account()).ifPresent(phone -> facts.addAll(phones(phone, day(at))));
                contacts.confirmedEmail(caller.account())
                        .ifPresent(email -> facts.add(Fact.of(EMAIL, email, ACCOUNT, day(at))));
            });
            if (caller.person() != null) {
                since.person(caller.person())
                        .ifPresent(person ->
                                facts.add(Fact.of(PERSON, person.name(), OF_PERSON, day(person.createdAt()))));
            }
            if (caller.organisation() != null) {
                facts.addAll(organisation(caller.organisation()));
            }
            return facts;
        });
    }

    private List<Fact> organisation(UUID id) {
        return organisations.find(id).stream()
                .flatMap(known -> since.organisation(id).stream().flatMap(at -> organisation(known, day(at))))
                .toList();
    }

    private static Stream<Fact> organisation(Organisation known, LocalDate day) {
        return Stream.of(
                        Optional.of(Fact.of(NAME, known.name(), REGISTERED, day)),
                        Optional.ofNullable(known.uscc()).map(code -> Fact.of(USCC, code, REGISTERED, day)),
                        Optional.of(Fact.of(REGION, known.region(), REGISTERED, day)))
                .flatMap(Optional::stream);
    }

    /** In E.164, and as the country itself writes it: a form takes one of the two. */
    private static List<Fact> phones(String phone, LocalDate day) {
        var international = Fact.of(PHONE, phone, ACCOUNT, day);
        return phone.startsWith(MAINLAND)
                ? List.of(international, Fact.of(PHONE, phone.substring(MAINLAND.length()), ACCOUNT, day))
                : List.of(international);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(BusinessClock.ZONE).toLocalDate();
    }
}
