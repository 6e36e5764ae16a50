package org.tongban.identity.credential;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.client.ClientSignatures;
import org.tongban.core.client.ClientSignatures.Statement;
import org.tongban.core.identifier.CreditCodes;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.signin.BriefSessions;
import org.tongban.core.signin.BriefSessions.BriefSession;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.identity.user.HandlerAccounts;

/**
 * Signs an organisation in by what a provider has signed (ID-15). What is refused leaves its reason in the audit trail, and
 * is answered alike for every reason, an organisation that nobody knows included.
 */
@Singleton
class OpenCredentialSession {
    static final String SUBJECT = "identity/credential-session";
    static final String TYPE = "organisation-credential+jwt";

    private static final Duration LONGEST_AGE = Duration.ofMinutes(2);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    /** For clocks that differ between nodes. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final ClientSignatures signatures;
    private final CredentialSessions credentials;
    private final CreditCodes codes;
    private final OrganisationDirectory directory;
    private final HandlerAccounts handlers;
    private final Accounts accounts;
    private final BriefSessions sessions;
    private final Transactions transactions;
    private final BusinessClock calendar;
    private final SystemClock clock;
    private final AuditTrail audit;
    private final String audience;

    OpenCredentialSession(
            ClientSignatures signatures,
            CredentialSessions credentials,
            CreditCodes codes,
            OrganisationDirectory directory,
            HandlerAccounts handlers,
            Accounts accounts,
            BriefSessions sessions,
            Transactions transactions,
            BusinessClock calendar,
            SystemClock clock,
            AuditTrail audit,
            @Value("${platform.public-url}") String audience) {
        this.signatures = signatures;
        this.credentials = credentials;
        this.codes = codes;
        this.directory = directory;
        this.handlers = handlers;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.calendar = calendar;
        this.clock = clock;
        this.audit = audit;
        this.audience = audience;
    }

    /**
     * A session that was opened.
     *
     * @param approves whether it can approve: it names whose face is to be verified
     */
    record Opened(BriefSession brief, Organisation organisation, boolean approves) {}

    /** What was heard; it commits either way. */
    private sealed interface Heard {
        record Taken(Opened opened) implements Heard {}

        record Refused(String reason) implements Heard {}
    }

    /** The session; empty where the assertion is refused. */
    Optional<Opened> open(String assertion) {
        var provider = ClientSignatures.issuer(assertion)
                .filter(client -> signatures.isGranted(client, CredentialDeclarations.PROVIDE));
        Statement statement = provider.map(client -> signatures.read(client, assertion, TYPE))
                .orElseGet(() -> new Statement.Refused("unknown-provider"));
        return transactions.write(() -> {
            var heard = hear(provider, statement);
            return switch (heard) {
                case Heard.Taken(var opened) -> Optional.of(opened);
                case Heard.Refused(var reason) -> {
                    audit.recordRefusal(SUBJECT, provider.orElseGet(Ids::next), Map.of("reason", reason));
                    yield Optional.empty();
                }
            };
        });
    }

    private Heard hear(Optional<UUID> provider, Statement statement) {
        return switch (statement) {
            case Statement.Refused(var reason) -> new Heard.Refused(reason);
            case Statement.Signed(var payload) ->
                Assertion.read(payload, calendar.today())
                        .map(read -> hear(provider.orElseThrow(), read))
                        .orElseGet(() -> new Heard.Refused("claims"));
        };
    }

    private Heard hear(UUID provider, Assertion assertion) {
        var now = clock.now();
        if (!assertion.audience().equals(List.of(audience))) {
            return new Heard.Refused("audience");
        }
        if (assertion.issuedAt().isBefore(now.minus(LONGEST_AGE))) {
            return new Heard.Refused("too-old");
        }
        if (assertion.issuedAt().isAfter(now.plus(CLOCK_SKEW))) {
            return new Heard.Refused("from-the-future");
        }
        if (!credentials.isFirst(provider, assertion.nonce(), now.plus(MARGIN))) {
            return new Heard.Refused("replayed");
        }
        if (!credentials.holds(provider, assertion.serial())) {
            return new Heard.Refused("revoked");
        }
        return codes.parse(assertion.uscc())
                .value()
                .map(UnifiedSocialCreditCode::value)
                .filter(assertion.uscc()::equals)
                .flatMap(directory::findByUscc)
                .map(organisation -> taken(provider, assertion, organisation))
                .orElseGet(() -> new Heard.Refused("organisation"));
    }

    private Heard taken(UUID provider, Assertion assertion, Organisation organisation) {
        var account = account(organisation);
        if (!account.active()) {
            return new Heard.Refused("disabled");
        }
        var brief = sessions.open(account, provider);
        var lifetime = Duration.ofSeconds(brief.expiresIn());
        credentials.add(brief.id(), provider, assertion, organisation.id(), lifetime);
        audit.record(
                SUBJECT,
                brief.id(),
                Map.of(
                        "organisation", organisation.id(),
                        "provider", provider,
                        "serial", assertion.serial(),
                        "kind", assertion.kind().code()));
        return new Heard.Taken(new Opened(brief, organisation, assertion.holder() != null));
    }

    /** One account for all credentials of an organisation, made when the first one signs in. */
    private Account account(Organisation organisation) {
        handlers.lockOrganisation(organisation.id());
        return accounts.find(CredentialDeclarations.REALM, organisation.code().text())
                .orElseGet(() -> accounts.create(new NewAccount(
                        CredentialDeclarations.REALM,
                        organisation.code().text(),
                        null,
                        false,
                        null,
                        organisation.id(),
                        null,
                        null,
                        Set.of())));
    }
}
