package org.tongban.filing.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** What must hold of a unit's figures beyond their form's schema (PF-10). */
public final class AssetRules {
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,13}(\\.\\d{1,6})?");

    private AssetRules() {}

    /** What is wrong with the document; a figure that the schema refuses is not judged. */
    public static List<Violation> check(JsonNode document) {
        var violations = new ArrayList<Violation>();
        within(document, "ipInvestment", "totalCost", "知识产权总投入不得超过总成本", "More than the total cost", violations);
        within(document, "fixedAssets", "totalAssets", "固定资产不得超过总资产", "More than the total assets", violations);
        within(document, "patentAssets", "totalAssets", "专利资产不得超过总资产", "More than the total assets", violations);
        return violations;
    }

    private static void within(
            JsonNode document, String field, String limiting, String zh, String en, List<Violation> violations) {
        var amount = amount(document, field);
        var limit = amount(document, limiting);
        if (amount.isPresent() && limit.isPresent() && amount.get().compareTo(limit.get()) > 0) {
            violations.add(new Violation("/" + field, "above-limit", new Title(zh, en)));
        }
    }

    static Optional<BigDecimal> amount(JsonNode document, String field) {
        return Optional.of(document.path(field).asText())
                .filter(text -> AMOUNT.matcher(text).matches())
                .map(BigDecimal::new);
    }
}
