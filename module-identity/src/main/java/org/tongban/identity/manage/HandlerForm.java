package org.tongban.identity.manage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** Reads what the form of a handler says, and gathers what is wrong with it. */
final class HandlerForm {
    private final List<Violation> violations = new ArrayList<>();

    /** Adds what was found elsewhere. */
    void add(Optional<Violation> found) {
        found.ifPresent(violations::add);
    }

    /** The document; null where the number is none of its kind. */
    @Nullable
    IdDocument document(String kind, String number, LocalDate today) {
        return taken(IdDocument.parse(IdDocument.Kind.of(kind).orElseThrow(), number, today), "/idNumber");
    }

    /** The phone in E.164; null where it is none. */
    @Nullable
    String phone(String typed) {
        var phone = taken(MainlandMobile.parse(typed), "/phone");
        return phone == null ? null : phone.value();
    }

    private <T> @Nullable T taken(Parsed<T> parsed, String pointer) {
        if (parsed instanceof Parsed.Refused<T> refused) {
            violations.add(refused.at(pointer));
        }
        return parsed.value().orElse(null);
    }

    /** Refuses all that was found, at once. */
    void require() {
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
    }
}
