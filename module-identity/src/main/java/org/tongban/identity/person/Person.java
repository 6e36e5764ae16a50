package org.tongban.identity.person;

import java.util.UUID;
import org.tongban.core.identifier.IdDocument;

/** A natural person with an account (ID-1); the id is that of the platform's person. {@link #toString} names it by that. */
public record Person(UUID id, UUID account, String name, IdDocument document, IdValidity validity, long version) {
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
