package org.tongban.filing.unit;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.Accounts;
import org.tongban.core.contact.ModuleContacts;
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

    /** Tells all who have the unit: its accounts of this programme, and who brought its organisation in (ID-41). */
    public void tell(String template, FilingUnit unit, Map<String, String> parameters, String link) {
        var joined = unit.joinedBy();
        if (joined == null) {
            outbox.send(template, ofProgramme(unit.organisation()), parameters, link);
        } else {
            tell(template, unit.organisation(), joined, parameters, link);
        }
    }

    private static Recipient ofProgramme(UUID organisation) {
        return new Recipient.Organisation(organisation, ProductFilingModule.REALM);
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
        outbox.send(template, ofProgramme(organisation), parameters, link);
        if (!accounts.ofOrganisation(organisation, ProductFilingModule.REALM).contains(acting)) {
            outbox.send(template, new Recipient.Account(acting), parameters, link);
        }
    }
}
