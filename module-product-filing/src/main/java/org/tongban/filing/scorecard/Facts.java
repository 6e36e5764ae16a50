package org.tongban.filing.scorecard;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a product is measured by, as it was on the day of the run (PF-50).
 *
 * @param industry its code of GB/T 4754 behind the letter of its section
 * @param category its code in the list of categories
 * @param inputs the values that are known
 */
public record Facts(String industry, String category, Map<Source, BigDecimal> inputs) {
    public Facts {
        inputs = Map.copyOf(inputs);
    }
}
