package org.tongban.filing.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.form.Documents;
import org.tongban.filing.unit.UnitAssets;

/** A unit's figures as a document of their form (Fields 4.3), which has passed its checks. */
public final class AssetDocument {
    private AssetDocument() {}

    /** The figures that a document says. */
    public static UnitAssets read(UUID unit, int year, JsonNode document) {
        return new UnitAssets(
                unit,
                year,
                amount(document, "totalCost"),
                amount(document, "ipInvestment"),
                amount(document, "netProfit"),
                amount(document, "productSales"),
                amount(document, "fixedAssets"),
                amount(document, "outputValue"),
                amount(document, "sellingExpenses"),
                amount(document, "administrativeExpenses"),
                amount(document, "financialExpenses"),
                amount(document, "patentAssets"),
                amount(document, "totalAssets"),
                document.path("employees").asLong());
    }

    private static BigDecimal amount(JsonNode document, String field) {
        return new BigDecimal(document.path(field).asText());
    }

    /** The document that says the figures. */
    static ObjectNode write(UnitAssets figures) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("totalCost", text(figures.totalCost()))
                .put("ipInvestment", text(figures.ipInvestment()))
                .put("netProfit", text(figures.netProfit()))
                .put("productSales", text(figures.productSales()))
                .put("fixedAssets", text(figures.fixedAssets()))
                .put("outputValue", text(figures.outputValue()))
                .put("sellingExpenses", text(figures.sellingExpenses()))
                .put("administrativeExpenses", text(figures.administrativeExpenses()))
                .put("financialExpenses", text(figures.financialExpenses()))
                .put("patentAssets", text(figures.patentAssets()))
                .put("totalAssets", text(figures.totalAssets()))
                .put("employees", figures.employees());
    }

    /** The members of the same document, for answers and snapshots. */
    public static Map<String, Object> members(UnitAssets figures) {
        return Documents.members(Documents.write(write(figures)));
    }

    private static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
