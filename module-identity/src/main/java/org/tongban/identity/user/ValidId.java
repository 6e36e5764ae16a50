package org.tongban.identity.user;

import jakarta.inject.Singleton;
import org.tongban.core.account.Persons;
import org.tongban.core.identifier.IdDocument;
import org.tongban.identity.person.People;

/** Refuses to make handlers of persons whose document has expired (ID-2); joins the transaction under way. */
@Singleton
public class ValidId {
    private final People people;
    private final Persons persons;

    ValidId(People people, Persons persons) {
        this.people = people;
        this.persons = persons;
    }

    /**
     * Lets the person of a document go on; of who has registered no person nobody knows the validity.
     *
     * @throws org.tongban.core.web.DomainException {@code id-expired}
     */
    public void require(IdDocument document) {
        people.ofNumber(document.value())
                .filter(person -> person.document().equals(document))
                .ifPresent(person -> persons.requireValidId(person.id()));
    }
}
