package org.tongban.identity.enrol;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.external.BusinessRegistry;
import org.tongban.core.external.RegistryPhone;
import org.tongban.core.external.RegistryUnavailable;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.identity.SignInLink;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccounts;

/** Finds and tells those who may decide on an organisation's applications (ID-14). */
@Singleton
class Approvers {
    private static final String APPLIED = "identity.application-to-approver";
    private static final String REMINDER = "identity.application-reminder";
    private static final String TO_REPRESENTATIVE = "identity.application-to-representative";
    private static final String APPLICATIONS = "/api/identity/v1/handler-applications";

    private final HandlerAccounts handlers;
    private final OrganisationDirectory directory;
    private final BusinessRegistry registry;
    private final Outbox outbox;
    private final Transactions transactions;
    private final SignInLink link;

    Approvers(
            HandlerAccounts handlers,
            OrganisationDirectory directory,
            BusinessRegistry registry,
            Outbox outbox,
            Transactions transactions,
            SignInLink link) {
        this.handlers = handlers;
        this.directory = directory;
        this.registry = registry;
        this.outbox = outbox;
        this.transactions = transactions;
        this.link = link;
    }

    /**
     * Whom to tell.
     *
     * @param accounts those that may decide
     * @param representative where there are none: the phone of the representative in the registry; none where that has none,
     *     does not answer, or does not know the unit
     */
    record Found(Organisation organisation, List<UUID> accounts, List<RegistryPhone> representative) {}

    /** To be called with no transaction open: the registry may be asked. */
    Found find(UUID organisation) {
        var known = directory.find(organisation).orElseThrow();
        var accounts = transactions.read(() -> handlers.deciding(organisation)).stream()
                .map(HandlerAccount::id)
                .toList();
        return new Found(known, accounts, accounts.isEmpty() ? phone(known.uscc()) : List.of());
    }

    /** The reminder of a later day finds a registry that does not answer now. */
    private List<RegistryPhone> phone(@Nullable String uscc) {
        if (uscc == null) {
            return List.of();
        }
        try {
            return registry.find(new UnifiedSocialCreditCode(uscc)).stream()
                    .flatMap(entry -> Stream.ofNullable(entry.phone()))
                    .toList();
        } catch (DomainException refused) {
            if (RegistryUnavailable.is(refused)) {
                return List.of();
            }
            throw refused;
        }
    }

    /** Tells that somebody applies, in the transaction under way. */
    void tell(Found found, String applicant) {
        var parameters =
                Map.of("name", applicant, "organisation", found.organisation().name());
        found.accounts()
                .forEach(account -> outbox.send(APPLIED, new Recipient.Account(account), parameters, APPLICATIONS));
        tellRepresentative(found, applicant);
    }

    /** Tells that somebody waits, in the transaction under way. */
    void remind(Found found, String applicant, long days) {
        var parameters = Map.of("name", applicant, "days", String.valueOf(days));
        found.accounts()
                .forEach(account -> outbox.send(REMINDER, new Recipient.Account(account), parameters, APPLICATIONS));
        tellRepresentative(found, applicant);
    }

    private void tellRepresentative(Found found, String applicant) {
        var parameters =
                Map.of("name", applicant, "organisation", found.organisation().name(), "link", link.url());
        found.representative().forEach(phone -> outbox.send(TO_REPRESENTATIVE, phone.recipient(), parameters));
    }
}
