package org.tongban.core.prefill;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.external.BusinessRegistry;
import org.tongban.core.external.RegistryUnavailable;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;

/**
 * What the registry of businesses says of the organisation that somebody acts for (CO-75). While the registry is away
 * nothing of it is offered, and the form is filled in by hand.
 */
@Singleton
class RegistryFacts implements FactSource {
    private static final String NAME = "organisation.name";
    private static final String ADDRESS = "organisation.address";
    private static final String DIVISION = "organisation.division";
    private static final String CAPITAL = "organisation.registered-capital";
    private static final String INDUSTRY = "organisation.industry";
    private static final String REPRESENTATIVE = "organisation.legal-representative";
    private static final String ESTABLISHED = "organisation.established-on";

    private static final Title SOURCE = new Title("市场主体登记信息", "The registry of businesses");

    private final @Nullable BusinessRegistry registry;
    private final OrganisationDirectory organisations;
    private final BusinessClock clock;

    RegistryFacts(@Nullable BusinessRegistry registry, OrganisationDirectory organisations, BusinessClock clock) {
        this.registry = registry;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return Set.of(NAME, ADDRESS, DIVISION, CAPITAL, INDUSTRY, REPRESENTATIVE, ESTABLISHED);
    }

    @Override
    public List<Fact> known(Caller caller) {
        return Optional.ofNullable(caller.organisation())
                .flatMap(organisations::find)
                .map(Organisation::uscc)
                .flatMap(RegistryFacts::code)
                .flatMap(this::asked)
                .map(this::facts)
                .orElseGet(List::of);
    }

    private static Optional<UnifiedSocialCreditCode> code(String uscc) {
        return UnifiedSocialCreditCode.parse(uscc) instanceof Parsed.Valid<UnifiedSocialCreditCode> valid
                ? Optional.of(valid.identifier())
                : Optional.empty();
    }

    private Optional<BusinessRegistry.Entry> asked(UnifiedSocialCreditCode code) {
        try {
            return registry == null ? Optional.empty() : registry.find(code);
        } catch (DomainException refusal) {
            if (RegistryUnavailable.is(refusal)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private List<Fact> facts(BusinessRegistry.Entry entry) {
        var facts = new ArrayList<Fact>();
        add(facts, NAME, entry.name());
        add(facts, ADDRESS, entry.address());
        add(facts, DIVISION, entry.division());
        var capital = entry.registeredCapital();
        add(
                facts,
                CAPITAL,
                capital == null ? null : capital.stripTrailingZeros().toPlainString());
        add(facts, INDUSTRY, entry.industry());
        add(facts, REPRESENTATIVE, entry.representative().name());
        add(facts, ESTABLISHED, entry.establishedOn());
        return facts;
    }

    /** What the registry says today it says of today. */
    private void add(List<Fact> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.add(Fact.of(name, value.toString(), SOURCE, clock.today()));
        }
    }
}
