package org.tongban.core.form;

import java.util.Map;
import java.util.Optional;
import org.tongban.core.module.Title;

/** The checks that {@code x-check} names, on the identifiers of CO-72. */
public final class IdentifierChecks {
    private IdentifierChecks() {}

    /** All checks by name. */
    public static Map<String, IdentifierCheck> all() {
        return Map.of("gtin", IdentifierChecks::gtin);
    }

    private static Optional<IdentifierCheck.Problem> gtin(String folded) {
        if (!folded.matches("[0-9]{8}|[0-9]{12,14}")) {
            return Optional.of(new IdentifierCheck.Problem(
                    "pattern", new Title("商品条码为 8、12、13 或 14 位数字", "A barcode has 8, 12, 13 or 14 digits.")));
        }
        var sum = 0;
        for (var i = 0; i < folded.length() - 1; i++) {
            var fromRight = folded.length() - 1 - i;
            sum += (folded.charAt(i) - '0') * (fromRight % 2 == 1 ? 3 : 1);
        }
        var digit = (10 - sum % 10) % 10;
        return digit == folded.charAt(folded.length() - 1) - '0'
                ? Optional.empty()
                : Optional.of(new IdentifierCheck.Problem(
                        "check-digit", new Title("商品条码的校验位不对", "The check digit of the barcode is wrong.")));
    }
}
