package org.tongban.identity.user;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.state.State;

/** Seals what is kept of handlers, and says by what they are found (CO-58). */
@Singleton
public class SealedHandlers {
    private static final String NUMBER = "identity.handler_account.number";
    private static final String PHONE = "identity.handler_account.phone";
    private static final String LANDLINE = "identity.handler_account.landline";

    private final MasterKey masterKey;

    SealedHandlers(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /** The document's number, sealed for its account. */
    byte[] seal(UUID account, IdDocument document) {
        return masterKey.seal(document.value(), NUMBER + account).bytes();
    }

    /** The landline, sealed for its account; empty where there is none. */
    byte[] sealLandline(UUID account, @Nullable String landline) {
        return landline == null
                ? new byte[0]
                : masterKey.seal(landline, LANDLINE + account).bytes();
    }

    /** What a document is found by. */
    public byte[] number(IdDocument document) {
        return masterKey.blindIndex(document.kind().code() + "/" + document.value(), NUMBER);
    }

    /** What a phone in E.164 is found by. */
    byte[] phone(String phone) {
        return masterKey.blindIndex(phone, PHONE);
    }

    /** A row with its sealed fields opened. */
    HandlerAccount open(HandlerAccountRepository.HandlerAccountRow row) {
        var number = masterKey.openText(Encrypted.of(row.number()), NUMBER + row.id());
        return new HandlerAccount(
                row.id(),
                row.organisation(),
                row.person(),
                State.of(UserState.class, row.state()),
                Authority.of(row.authority()),
                row.name(),
                new IdDocument(IdDocument.Kind.of(row.idType()).orElseThrow(), number),
                row.landline().length == 0
                        ? null
                        : masterKey.openText(Encrypted.of(row.landline()), LANDLINE + row.id()),
                row.createdAt(),
                row.activeFrom(),
                row.closedAt(),
                row.closedBy(),
                row.version());
    }
}
