package org.tongban.filing.unit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Accounts;
import org.tongban.core.contact.ModuleContacts;
import org.tongban.core.message.NewMessage;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.module.Contact;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.filing.ProductFilingModule;

/** Tells a unit what became of its matters (CO-38); in the transaction under way. */
@Singleton
public class UnitNotices {
    private final Outbox outbox;
    private final Accounts accounts;
    private final ModuleRegistry modules;
    private final ModuleContacts contacts;

    UnitNotices(Outbox outbox, Accounts accounts, ModuleRegistry modules, ModuleContacts contacts) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.modules = modules;
        this.contacts = contacts;
    }

    /** Tells one account alone. */
    public void tellAccount(String template, UUID account, Map<String, String> parameters, String link) {
        outbox.send(template, new Recipient.Account(account), parameters, link);
    }

    /** What a unit is told. */
    public record Notice(String template, FilingUnit unit, Map<String, String> parameters, String link) {}

    /** Tells all who have the unit: its accounts of this programme, and who brought its organisation in (ID-41). */
    public void tell(String template, FilingUnit unit, Map<String, String> parameters, String link) {
        tellAll(List.of(new Notice(template, unit, parameters, link)));
    }

    /** The same of many at once. */
    public void tellAll(List<Notice> notices) {
        sendAll(notices.stream()
                .map(notice -> new Told(
                        notice.template(),
                        notice.unit().organisation(),
                        notice.unit().joinedBy(),
                        notice.parameters(),
                        notice.link()))
                .toList());
    }

    /** Where the programme is reached; a dash where nobody has said. */
    public String contact() {
        return modules.modules().stream()
                .filter(module -> module.declarations() instanceof ProductFilingModule)
                .findFirst()
                .flatMap(module -> contacts.of(module.descriptor()))
                .map(Contact::phone)
                .orElse("—");
    }

    /**
     * Tells the unit's accounts of this programme, and who acted for it by another sign-in (ID-41), each once.
     *
     * @param acting the account that submitted
     */
    public void tell(String template, UUID organisation, UUID acting, Map<String, String> parameters, String link) {
        sendAll(List.of(new Told(template, organisation, acting, parameters, link)));
    }

    private record Told(
            String template, UUID organisation, @Nullable UUID acting, Map<String, String> parameters, String link) {
        NewMessage to(Recipient recipient) {
            return new NewMessage(template, recipient, parameters, link);
        }
    }

    private void sendAll(List<Told> all) {
        var asked = all.stream()
                .filter(told -> told.acting() != null)
                .map(Told::organisation)
                .collect(Collectors.toSet());
        var known = asked.isEmpty()
                ? Map.<UUID, List<UUID>>of()
                : accounts.ofOrganisations(asked, ProductFilingModule.REALM);
        var messages = new ArrayList<NewMessage>();
        for (var told : all) {
            messages.add(told.to(new Recipient.Organisation(told.organisation(), ProductFilingModule.REALM)));
            var acting = told.acting();
            if (acting != null
                    && !known.getOrDefault(told.organisation(), List.of()).contains(acting)) {
                messages.add(told.to(new Recipient.Account(acting)));
            }
        }
        outbox.sendAll(messages);
    }
}
