package org.tongban.portal;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.contact.ContactBoard;
import org.tongban.core.module.Contact;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleDescriptor;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.Title;
import org.tongban.core.page.PageAddress;
import org.tongban.portal.Models.Programme;

/** The programmes that are installed, with those who run them (CO-34, PO-1). */
@Singleton
class InstalledProgrammes {
    private final ModuleRegistry modules;
    private final ContactBoard contacts;

    InstalledProgrammes(ModuleRegistry modules, ContactBoard contacts) {
        this.modules = modules;
        this.contacts = contacts;
    }

    /** Every one but the portal; the platform too, where it has something to tell. */
    List<Programme> all(PageAddress address) {
        return modules.modules().stream()
                .map(Installed::descriptor)
                .filter(module -> !module.pages())
                .map(module -> programme(module, address.language()))
                .toList();
    }

    private Programme programme(ModuleDescriptor module, Language language) {
        var contact = contacts.of(module).orElse(new Contact(null, null, null));
        return new Programme(
                module.id(),
                module.title().in(language),
                contact.phone(),
                contact.phone() == null ? null : "tel:" + contact.phone().replaceAll("[^0-9+]", ""),
                in(contact.hours(), language),
                in(contact.address(), language));
    }

    private static @Nullable String in(@Nullable Title title, Language language) {
        return title == null ? null : title.in(language);
    }
}
