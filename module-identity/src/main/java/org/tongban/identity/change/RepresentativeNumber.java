package org.tongban.identity.change;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.IdDocument;

/** The number of a new representative's identity card, sealed with the change that brings it. */
@Singleton
class RepresentativeNumber {
    private static final String PLACE = "identity.organisation_change.legal_rep_number";

    private final MasterKey masterKey;

    RepresentativeNumber(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /** The number as typed, sealed for the change; empty for none. */
    byte[] sealed(String typed, UUID change) {
        return typed.isEmpty()
                ? new byte[0]
                : masterKey.seal(Folding.identifier(typed), PLACE + change).bytes();
    }

    IdDocument opened(OrganisationChange change) {
        return new IdDocument(
                IdDocument.Kind.RESIDENT_ID,
                masterKey.openText(Encrypted.of(change.legalRepNumber()), PLACE + change.id()));
    }
}
