package org.tongban.identity.person;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Persons;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityError;

/** The registered natural persons, their numbers sealed and found by blind index; joins the transaction under way. */
@Singleton
public class People {
    private static final String NUMBER = "identity.person.number";

    private final PersonRepository repository;
    private final Persons persons;
    private final MasterKey masterKey;
    private final BusinessClock clock;

    People(PersonRepository repository, Persons persons, MasterKey masterKey, BusinessClock clock) {
        this.repository = repository;
        this.persons = persons;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** Registers a person with the account that was made for it; {@link IdentityError#ID_NUMBER_TAKEN} (ID-1). */
    public void add(UUID id, UUID account, String name, IdDocument document, IdValidity validity) {
        int added = repository.insert(
                id,
                account,
                name,
                document.kind().code(),
                masterKey.seal(document.value(), NUMBER + id).bytes(),
                index(document),
                validity.from(),
                validity.to(),
                clock.now());
        if (added == 0) {
            throw DomainException.of(IdentityError.ID_NUMBER_TAKEN);
        }
        persons.setIdValidTo(id, validity.to());
    }

    /** Gives a person's document another validity (ID-2). */
    public void renew(UUID id, IdValidity validity) {
        repository.renew(id, validity.from(), validity.to());
        persons.setIdValidTo(id, validity.to());
    }

    /** The person of this id, unless its account was closed. */
    public Optional<Person> find(UUID id) {
        return repository.ofId(id).map(this::person);
    }

    /** The person of a number as typed, whatever kind of document it is of. */
    public Optional<Person> ofNumber(String typed) {
        return Stream.of(IdDocument.Kind.values())
                .map(kind -> IdDocument.parse(kind, typed, clock.today()))
                .map(Parsed::value)
                .flatMap(Optional::stream)
                .flatMap(document -> repository.ofNumber(index(document)).stream())
                .findFirst()
                .map(this::person);
    }

    /**
     * Has two persons take part in a merge and in no other (ID-44); false, and nothing to be kept, where one does already.
     *
     * @param other null for one that has no account in realm person
     */
    public boolean beginMerge(UUID person, @Nullable UUID other) {
        // In one order, so that of two merges that cross one waits for the other.
        return Stream.of(Optional.of(person), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(UUID::toString))
                .allMatch(id -> repository.beginMerge(id) > 0);
    }

    /** Lets a person take part in other merges again. */
    public void endMerge(UUID person) {
        repository.endMerge(person);
    }

    /** Whether a person takes part in a merge, which stays so until the transaction ends; empty where there is none. */
    public Optional<Boolean> lockMerging(UUID person) {
        return repository.lockMerging(person);
    }

    /** Notes that the account of a person is closed: the person is no longer found. */
    public void close(UUID account) {
        repository.close(account, clock.now());
    }

    private byte[] index(IdDocument document) {
        return masterKey.blindIndex(document.kind().code() + "/" + document.value(), NUMBER);
    }

    private Person person(PersonRepository.PersonRow row) {
        var number = masterKey.openText(Encrypted.of(row.number()), NUMBER + row.id());
        var kind = IdDocument.Kind.of(row.idType()).orElseThrow();
        return new Person(
                row.id(),
                row.account(),
                row.name(),
                new IdDocument(kind, number),
                new IdValidity(row.idValidFrom(), row.idValidTo()),
                row.version());
    }
}
