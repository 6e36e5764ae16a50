package org.tongban.core.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tongban.core.identifier.Gtin;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.identifier.PhoneNumber;
import org.tongban.core.identifier.ProjectCode;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.module.Title;

/** The checks that {@code x-check} names, on the identifiers of CO-72. */
public final class IdentifierChecks {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

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

    private static IdentifierCheck of(Function<String, ? extends Parsed<?>> reading) {
        return folded -> switch (reading.apply(folded)) {
            case Parsed.Valid<?> valid -> Optional.empty();
            case Parsed.Refused<?>(String code, Title message) ->
                Optional.of(new IdentifierCheck.Problem(code, message));
        };
    }

    /** Stored as it is given, a number is given in E.164 at once; how people write numbers is not for here. */
    private static Optional<IdentifierCheck.Problem> e164(String folded) {
        if (!E164.matcher(folded).matches()) {
            return Optional.of(new IdentifierCheck.Problem(
                    "shape",
                    new Title(
                            "电话号码应以 + 和国家代码开头，共 7 至 15 位数字",
                            "A phone number begins with + and the country code, 7 to 15 digits in all")));
        }
        return of(PhoneNumber::parse).check(folded);
    }
}
