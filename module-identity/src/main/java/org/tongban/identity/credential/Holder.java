package org.tongban.identity.credential;

import org.tongban.core.identifier.IdDocument;

/** The person in whose hands a credential is, or to whom an account belongs: whose face is verified. */
public record Holder(String name, IdDocument document) {
    @Override
    public String toString() {
        return "Holder[]";
    }
}
