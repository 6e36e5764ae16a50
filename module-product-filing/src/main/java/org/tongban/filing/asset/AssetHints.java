package org.tongban.filing.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;
import org.tongban.filing.unit.UnitAssets;

/** What is likely to be a slip in a unit's figures; none of it hinders anything (PF-10). */
final class AssetHints {
    private static final BigDecimal TIMES = BigDecimal.TEN;

    private AssetHints() {}

    /**
     * The hints, each at its figure.
     *
     * @param before the figures of the year before; null where there are none
     */
    static List<Violation> of(UnitAssets figures, @Nullable UnitAssets before) {
        var hints = new ArrayList<Violation>();
        if (before != null) {
            compare(AssetDocument.write(figures), AssetDocument.write(before), hints);
        }
        if (figures.productSales().signum() == 0 && figures.employees() > 0) {
            hints.add(hint(
                    "productSales", "no-sales", "有员工而产品销售额为0，请核对", "No sales in a year with employees: make sure"));
        }
        return hints;
    }

    private static void compare(JsonNode now, JsonNode before, List<Violation> hints) {
        now.fieldNames().forEachRemaining(field -> {
            var is = now.path(field).isNumber()
                    ? now.path(field).decimalValue()
                    : AssetRules.amount(now, field).orElseThrow();
            var was = before.path(field).isNumber()
                    ? before.path(field).decimalValue()
                    : AssetRules.amount(before, field).orElseThrow();
            // Of 0 everything is a multiple: nothing is said of it.
            if (was.signum() == 0) {
                return;
            }
            if (is.abs().compareTo(was.abs().multiply(TIMES)) >= 0) {
                hints.add(hint(
                        field,
                        "ten-times",
                        "达到上一年度的10倍或以上，请核对",
                        "Ten times the figure of the year before, or more: make sure"));
            } else if (is.abs().multiply(TIMES).compareTo(was.abs()) <= 0) {
                hints.add(hint(
                        field,
                        "a-tenth",
                        "不足或仅为上一年度的十分之一，请核对",
                        "A tenth of the figure of the year before, or less: make sure"));
            }
        });
    }

    private static Violation hint(String field, String code, String zh, String en) {
        return new Violation("/" + field, code, new Title(zh, en));
    }
}
