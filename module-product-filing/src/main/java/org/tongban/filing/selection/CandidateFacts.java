package org.tongban.filing.selection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.filing.publicdata.IndustrySections;
import org.tongban.filing.scorecard.Facts;
import org.tongban.filing.scorecard.Source;

/** What a candidate is measured by, and how that is kept (PF-50). */
final class CandidateFacts {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private CandidateFacts() {}

    /** Of a candidate, as far as the scorecard asks for it. */
    static Facts of(Measured candidate, Set<Source> wanted, ReferenceSets sets) {
        var product = Documents.read(candidate.product());
        var evidence = Documents.read(candidate.evidence());
        var inputs = new EnumMap<Source, BigDecimal>(Source.class);
        for (var source : wanted) {
            var value = value(source, candidate, product, evidence);
            if (value != null) {
                inputs.put(source, value);
            }
        }
        var code = product.path("industryCode").asText();
        var section = IndustrySections.of(sets, code).filter(Predicate.not(code::startsWith));
        return new Facts(section.orElse("") + code, product.path("categoryCode").asText(), inputs);
    }

    /** The inputs as they are kept: decimal texts by the codes of their sources. */
    static JsonNode kept(Facts facts) {
        var kept = JsonNodeFactory.instance.objectNode();
        facts.inputs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(input ->
                        kept.put(input.getKey().code(), input.getValue().toPlainString()));
        return kept;
    }

    /** What was kept of a product. */
    static Facts of(ResultRow kept) {
        var inputs = new EnumMap<Source, BigDecimal>(Source.class);
        Documents.read(kept.inputs())
                .properties()
                .forEach(input -> Source.of(input.getKey())
                        .ifPresent(source -> inputs.put(
                                source, new BigDecimal(input.getValue().asText()))));
        return new Facts(kept.industry(), kept.category(), inputs);
    }

    private static @Nullable BigDecimal value(Source source, Measured candidate, JsonNode product, JsonNode evidence) {
        return switch (source) {
            case SALES -> amount(product, "sales");
            case EXPORTS -> amount(product, "exports");
            case NET_PROFIT -> amount(product, "netProfit");
            case OUTPUT_VALUE -> amount(product, "outputValue");
            case GROSS_MARGIN -> amount(product, "grossMargin");
            case TOTAL_COST -> amount(product, "totalCost");
            case IP_INVESTMENT -> amount(product, "ipInvestment");
            case MARKET_SHARE -> amount(product, "marketShare");
            case CONTRIBUTION_INDEX -> amount(product, "contributionIndex");
            case UNIT_TOTAL_COST -> candidate.totalCost();
            case UNIT_IP_INVESTMENT -> candidate.ipInvestment();
            case UNIT_NET_PROFIT -> candidate.netProfit();
            case UNIT_PRODUCT_SALES -> candidate.productSales();
            case UNIT_OUTPUT_VALUE -> candidate.outputValue();
            case UNIT_PATENT_ASSETS -> candidate.patentAssets();
            case UNIT_TOTAL_ASSETS -> candidate.totalAssets();
            case UNIT_EMPLOYEES -> candidate.employees();
            case PATENTS -> BigDecimal.valueOf(candidate.valid());
            case INVENTIONS -> BigDecimal.valueOf(candidate.inventions());
            case CORE_PATENTS -> BigDecimal.valueOf(candidate.core());
            case PUBLIC_CORE_PATENTS -> BigDecimal.valueOf(candidate.publicCore());
            case DISPUTED_PATENTS -> BigDecimal.valueOf(candidate.disputed());
            case EVIDENCE_COMPLETE -> isComplete(evidence) ? BigDecimal.ONE : BigDecimal.ZERO;
        };
    }

    private static @Nullable BigDecimal amount(JsonNode product, String field) {
        var text = product.path(field).asText();
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private static boolean isComplete(JsonNode evidence) {
        return !evidence.path("economicProof").isEmpty()
                && (!evidence.path("regulatedTrade").asBoolean()
                        || !evidence.path("productionLicence").isEmpty())
                && (!evidence.path("compulsoryCertification").asBoolean()
                        || !evidence.path("certificationProof").isEmpty());
    }
}
