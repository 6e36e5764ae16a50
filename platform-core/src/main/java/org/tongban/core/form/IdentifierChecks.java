package org.tongban.core.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tongban.core.identifier.Gtin;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.identifier.PhoneNumber;
import org.tongban.core.identifier.ProjectCode;
import org.tongban.core.identifier.Shape;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.module.Title;

/** The checks that {@code x-check} names, on the identifiers of CO-72. */
public final class IdentifierChecks {
    private IdentifierChecks() {}

    /**
     * All checks by name, credit codes by the irregular prefixes that are shipped.
     *
     * @param today the business date, before which birth dates must lie
     */
    public static Map<String, IdentifierCheck> all(Supplier<LocalDate> today) {
        return all(today, UnifiedSocialCreditCode::parse);
    }

    /** All checks by name; {@code creditCodes} reads by the installation's table. */
    static Map<String, IdentifierCheck> all(
            Supplier<LocalDate> today, Function<String, Parsed<UnifiedSocialCreditCode>> creditCodes) {
        var checks = new LinkedHashMap<String, IdentifierCheck>();
        checks.put("uscc", of(creditCodes));
        checks.put("cn-mobile", of(MainlandMobile::parse));
        checks.put("e164", IdentifierChecks::e164);
        checks.put("patent-number", of(PatentNumber::parse));
        checks.put("project-code", of(ProjectCode::parse));
        checks.put("gtin", of(Gtin::parse));
        for (var kind : IdDocument.Kind.values()) {
            checks.put(kind.code(), of(typed -> IdDocument.parse(kind, typed, today.get())));
        }
        return Map.copyOf(checks);
    }

    /** What a page can see of a check by itself: how the folded text is spelt (PO-2). What has check digits the server says. */
    static List<Shape> shapes(String check) {
        return switch (check) {
            case "cn-mobile" -> Shape.ofMainlandMobiles();
            case "e164" -> List.of(Shape.ofPhoneNumbers());
            default -> List.of();
        };
    }

    private static IdentifierCheck of(Function<String, ? extends Parsed<?>> reading) {
        return folded -> switch (reading.apply(folded)) {
            case Parsed.Valid<?> valid -> Optional.empty();
            case Parsed.Refused<?>(String code, Title message) ->
                Optional.of(new IdentifierCheck.Problem(code, message));
        };
    }

    /** Stored as it is given, a number is given in E.164 at once; how people write numbers is not for here. */
    private static Optional<IdentifierCheck.Problem> e164(String folded) {
        var shape = Shape.ofPhoneNumbers();
        return shape.holds(folded)
                ? of(PhoneNumber::parse).check(folded)
                : Optional.of(new IdentifierCheck.Problem(shape.code(), shape.message()));
    }
}
