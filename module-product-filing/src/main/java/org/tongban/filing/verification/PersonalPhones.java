package org.tongban.filing.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.form.Documents;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.message.Masked;

/**
 * The phones of a verification: masked in its document, sealed beside it (PF-5). What comes back masked is what was kept.
 */
@Singleton
class PersonalPhones {
    static final String REPRESENTATIVE = "legalRepPhone";
    private static final List<String> FIELDS = List.of(REPRESENTATIVE, "contactPhone");
    private static final String PLACE = "product_filing.verification.phones";
    private static final int SHOWN = 4;

    private final MasterKey masterKey;

    PersonalPhones(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /** Whether the field is one of these. */
    static boolean isOne(String field) {
        return FIELDS.contains(field);
    }

    /** How a phone is shown. */
    static String masked(String phone) {
        return MainlandMobile.parse(phone)
                .value()
                .map(mobile -> Masked.phone(mobile.value()))
                .orElseGet(() -> phone.substring(0, Math.min(SHOWN, phone.length() / 2)) + "****");
    }

    /** The phones of a document in clear: as typed, or as kept where the masked one came back. */
    Map<String, String> clear(JsonNode typed, Map<String, String> kept) {
        var clear = new HashMap<String, String>();
        for (var field : FIELDS) {
            if (typed.hasNonNull(field)) {
                var text = typed.path(field).asText();
                var before = kept.get(field);
                clear.put(field, before != null && masked(before).equals(text) ? before : text);
            }
        }
        return clear;
    }

    /** The document with its phones masked. */
    static ObjectNode masked(JsonNode document, Map<String, String> clear) {
        ObjectNode copy = document.deepCopy();
        clear.forEach((field, phone) -> copy.put(field, masked(phone)));
        return copy;
    }

    /** The document with its phones in clear. */
    ObjectNode opened(Verification found) {
        ObjectNode copy = Documents.read(found.document()).deepCopy();
        phones(found).forEach(copy::put);
        return copy;
    }

    /** The phones that a record keeps. */
    Map<String, String> phones(Verification found) {
        var phones = new HashMap<String, String>();
        if (found.phones().length > 0) {
            Documents.read(masterKey.openText(Encrypted.of(found.phones()), PLACE + found.id()))
                    .properties()
                    .forEach(
                            phone -> phones.put(phone.getKey(), phone.getValue().asText()));
        }
        return phones;
    }

    /** The phones sealed for a record. */
    byte[] seal(Map<String, String> clear, UUID record) {
        if (clear.isEmpty()) {
            return new byte[0];
        }
        var text = JsonNodeFactory.instance.objectNode();
        clear.forEach(text::put);
        return masterKey.seal(Documents.write(text), PLACE + record).bytes();
    }
}
