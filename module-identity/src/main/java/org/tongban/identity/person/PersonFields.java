package org.tongban.identity.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.Parsed;

/** Reads what forms say of a person, once their schemas have let it pass. */
public final class PersonFields {
    private PersonFields() {}

    /** The document of a kind and a number as typed. */
    public static IdDocument document(JsonNode type, JsonNode number, LocalDate today) {
        var kind = IdDocument.Kind.of(type.asText()).orElseThrow();
        return switch (IdDocument.parse(kind, number.asText(), today)) {
            case Parsed.Valid<IdDocument> valid -> valid.identifier();
            case Parsed.Refused<IdDocument> refused ->
                throw new IllegalStateException("a form took a number that is none: " + refused.code());
        };
    }
}
