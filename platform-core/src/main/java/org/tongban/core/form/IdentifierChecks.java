package org.tongban.core.form;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tongban.core.identifier.Gtin;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.identifier.ProjectCode;
import org.tongban.core.identifier.ResidentId;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.module.Title;

/** The checks that {@code x-check} names, on the identifiers of CO-72. */
public final class IdentifierChecks {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private IdentifierChecks() {}

    /**
     * All checks by name.
     *
     * @param today the business date, before which birth dates must lie
     */
    public static Map<String, IdentifierCheck> all(Supplier<LocalDate> today) {
        return Map.of(
                "uscc", of(UnifiedSocialCreditCode::parse),
                "resident-id", of(typed -> ResidentId.parse(typed, today.get())),
                "cn-mobile", of(MainlandMobile::parse),
                "e164", IdentifierChecks::e164,
                "patent-number", of(PatentNumber::parse),
                "project-code", of(ProjectCode::parse),
                "gtin", of(Gtin::parse));
    }

    private static IdentifierCheck of(Function<String, ? extends Parsed<?>> reading) {
        return folded -> switch (reading.apply(folded)) {
            case Parsed.Valid<?> valid -> Optional.empty();
            case Parsed.Refused<?>(String code, Title message) ->
                Optional.of(new IdentifierCheck.Problem(code, message));
        };
    }

    private static Optional<IdentifierCheck.Problem> e164(String folded) {
        return E164.matcher(folded).matches()
                ? Optional.empty()
                : Optional.of(new IdentifierCheck.Problem(
                        "shape",
                        new Title(
                                "电话号码应以 + 和国家代码开头，共 7 至 15 位数字",
                                "A phone number begins with + and the country code, 7 to 15 digits in all")));
    }
}
