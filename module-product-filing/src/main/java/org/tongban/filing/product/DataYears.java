package org.tongban.filing.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which year a product's figures are of (PF-31). */
public final class DataYears {
    /** The amounts and shares of a year. */
    public static final List<String> FIGURES = List.of(
            "sales",
            "exports",
            "netProfit",
            "outputValue",
            "grossMargin",
            "totalCost",
            "ipInvestment",
            "marketShare",
            "contributionIndex");

    /** What belongs to a year beside them: how the contribution index was found. */
    public static final List<String> METHOD = List.of("contributionMethod", "contributionK", "contributionExplanation");

    private DataYears() {}

    /** The calendar year before the day. */
    static int on(LocalDate day) {
        return day.getYear() - 1;
    }

    /**
     * The year that the figures of a saved document are of: figures that were there already keep theirs, since a save that
     * leaves some of them as they were says nothing of those.
     *
     * @param before the year of the figures that were there; null where there were none
     */
    static @Nullable Integer ofFigures(@Nullable Integer before, JsonNode product, LocalDate today) {
        if (FIGURES.stream().noneMatch(product::hasNonNull)) {
            return null;
        }
        return before == null ? Integer.valueOf(on(today)) : before;
    }
}
