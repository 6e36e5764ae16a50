package org.tongban.core.agreement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.account.Agreement;
import org.tongban.core.agreement.AgreementRepository.VersionRow;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/**
 * Who has accepted which agreement (CO-33). An agreement none of whose versions is in force is asked of nobody; once it
 * has one, accounts that have not accepted it are missing it. Its methods join a transaction under way.
 */
@Singleton
public class Agreements {
    private final AgreementRepository repository;
    private final BusinessClock clock;
    private final DatabaseClock real;
    private final Map<String, Agreement> declared;

    Agreements(AgreementRepository repository, BusinessClock clock, DatabaseClock real, ModuleRegistry modules) {
        this.repository = repository;
        this.clock = clock;
        this.real = real;
        this.declared = modules.<Agreement>all(PlatformModule::agreements).stream()
                .collect(Collectors.toUnmodifiableMap(Agreement::id, Function.identity()));
    }

    /** The declared agreement of this id. */
    public Optional<Agreement> find(String id) {
        return Optional.ofNullable(declared.get(id));
    }

    /** Every declared agreement. */
    Collection<Agreement> all() {
        return declared.values();
    }

    /**
     * What keeps these acceptances from standing for the wanted agreements: one that is absent at {@code pointer}, one of
     * another version than that in force below it, say {@code /agreements/0}.
     *
     * @param wanted ids of agreements, say those of a realm
     */
    public List<Violation> violations(Collection<String> wanted, List<AcceptedAgreement> given, String pointer) {
        var inForce = inForce();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < given.size(); i++) {
            var now = inForce.get(given.get(i).id());
            if (now == null || now.version() != given.get(i).version()) {
                violations.add(new Violation(
                        pointer + "/" + i,
                        "not-in-force",
                        new Title("这不是现行版本的协议", "This is not the version of an agreement that is in force")));
            }
        }
        var ids = given.stream().map(AcceptedAgreement::id).collect(Collectors.toSet());
        wanted.stream()
                .filter(id -> inForce.containsKey(id) && !ids.contains(id))
                .sorted()
                .forEach(id -> violations.add(new Violation(
                        pointer,
                        "agreement-required",
                        new Title("须同意“" + title(id, Language.ZH) + "”", "Accept “" + title(id, Language.EN) + "”"))));
        return violations;
    }

    /**
     * Refuses a form that does not accept all wanted agreements, each in the version in force.
     *
     * @throws DomainException {@link AgreementError#AGREEMENTS_NOT_ACCEPTED} with all of {@link #violations}
     */
    public void requireAccepted(Collection<String> wanted, List<AcceptedAgreement> given, String pointer) {
        var violations = violations(wanted, given, pointer);
        if (!violations.isEmpty()) {
            throw DomainException.of(AgreementError.AGREEMENTS_NOT_ACCEPTED, violations);
        }
    }

    /**
     * Keeps that the account accepts these; one that it accepted before stays as it was.
     *
     * @param client the client by which it does
     * @throws DomainException {@link AgreementError#AGREEMENTS_NOT_ACCEPTED} where one is not in force
     */
    public void accept(UUID account, List<AcceptedAgreement> given, String pointer, String client) {
        requireAccepted(List.of(), given, pointer);
        var inForce = inForce();
        for (var one : given) {
            var version = inForce.get(one.id());
            if (version != null) {
                repository.accept(account, one.id(), one.version(), version.sha256(), client, real.now());
            }
        }
    }

    /**
     * The wanted agreements that the account has to accept before it goes on: it has accepted none of their versions, or
     * none since one that asks to be accepted again.
     *
     * @param wanted ids of agreements, say those of the account's realm
     */
    public List<MissingAgreement> missing(UUID account, Collection<String> wanted, Language language) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return repository.missing(account, clock.today()).stream()
                .filter(row -> wanted.contains(row.agreement()))
                .map(row -> new MissingAgreement(row.agreement(), row.version(), title(row.agreement(), language)))
                .toList();
    }

    /** The versions in force of declared agreements, by agreement. */
    Map<String, VersionRow> inForce() {
        return repository.inForce(clock.today()).stream()
                .filter(row -> declared.containsKey(row.agreement()))
                .collect(Collectors.toMap(VersionRow::agreement, Function.identity()));
    }

    private String title(String id, Language language) {
        var agreement = declared.get(id);
        return agreement == null ? id : agreement.title().in(language);
    }
}
