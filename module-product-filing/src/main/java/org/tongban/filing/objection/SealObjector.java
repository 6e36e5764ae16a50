package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.form.Documents;

/** Keeps who objects sealed beside the objection (CO-58). */
@Singleton
class SealObjector {
    private static final String PLACE = "product_filing.objection.objector";

    private final MasterKey masterKey;

    SealObjector(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    byte[] seal(Objector objector, UUID objection) {
        return masterKey
                .seal(Documents.write(objector.sealed()), PLACE + objection)
                .bytes();
    }

    Objector open(Objection objection) {
        return Objector.opened(
                Documents.read(masterKey.openText(Encrypted.of(objection.objector()), PLACE + objection.id())));
    }
}
