package org.tongban.core.contact;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Contact;
import org.tongban.core.module.ModuleDescriptor;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.core.web.Transactions;

/** The contact of each programme: what staff gave, else what its module says of itself (CO-34). */
@Singleton
public class ModuleContacts implements ContactBoard, Ownership {
    private final ContactRepository repository;
    private final ModuleRegistry modules;
    private final Transactions transactions;
    private final DatabaseClock clock;

    ModuleContacts(
            ContactRepository repository, ModuleRegistry modules, Transactions transactions, DatabaseClock clock) {
        this.repository = repository;
        this.modules = modules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A contact as it stands.
     *
     * @param version 0 as long as staff have not changed it
     */
    record Current(String module, @Nullable Contact contact, long version) {}

    @Override
    public Optional<Contact> of(ModuleDescriptor module) {
        return transactions
                .read(() -> repository.find(module.id()))
                .map(ContactRepository.Row::contact)
                .or(() -> Optional.ofNullable(module.contact()));
    }

    /** The contacts that staff gave, by module. */
    public Map<String, Contact> given() {
        return transactions.read(repository::all).stream()
                .collect(Collectors.toMap(ContactRepository.Row::module, ContactRepository.Row::contact));
    }

    /** The contact of a module that is installed. */
    Optional<Current> current(String id) {
        return modules.modules().stream()
                .map(installed -> installed.descriptor())
                .filter(module -> module.id().equals(id))
                .findFirst()
                .map(module -> repository
                        .find(id)
                        .map(row -> new Current(id, row.contact(), row.version()))
                        .orElseGet(() -> new Current(id, module.contact(), 0)));
    }

    /** Takes the place of what was said before, in the transaction under way. */
    void put(String module, Contact contact) {
        var hours = contact.hours();
        var address = contact.address();
        repository.put(
                module,
                contact.phone(),
                hours == null ? null : hours.zh(),
                hours == null ? null : hours.en(),
                address == null ? null : address.zh(),
                address == null ? null : address.en(),
                clock.now());
    }

    /** A contact has its module's id and no other. */
    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> version(Caller caller, String key, boolean lock) {
        if (lock) {
            repository.lock();
        }
        return current(key).map(Current::version);
    }
}
