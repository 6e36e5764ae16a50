package org.tongban.filing.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a scorecard (PF-50).
 *
 * @param indicator what it measures, in words
 * @param source the value
 * @param dividedBy what the value is divided by; null where it stands by itself
 * @param factor what the value or the quotient is multiplied by, 100 for per cent
 * @param industries prefixes of codes of GB/T 4754, and {@code categories} of categories, of the products that it is for; for
 *     all where both are empty
 * @param weight its share in the score; 0 for one that is hard
 * @param hard whether a product that misses it is not met, whatever its score
 * @param reason what its unit is told where it is missed
 */
public record Criterion(
        String indicator,
        Source source,
        @Nullable Source dividedBy,
        BigDecimal factor,
        List<String> industries,
        List<String> categories,
        Comparator comparator,
        BigDecimal benchmark,
        BigDecimal weight,
        boolean hard,
        String reason) {
    public Criterion {
        industries = List.copyOf(industries);
        categories = List.copyOf(categories);
    }

    /**
     * Whether it is for a product of these codes.
     *
     * @param industry with the letter of its section, which a prefix may leave out
     */
    public boolean isFor(String industry, String category) {
        var digits = industry.replaceFirst("^[A-Z]", "");
        return (industries.isEmpty() && categories.isEmpty())
                || industries.stream().anyMatch(prefix -> industry.startsWith(prefix) || digits.startsWith(prefix))
                || categories.stream().anyMatch(category::startsWith);
    }

    /** The values that it needs. */
    Set<Source> sources() {
        return Stream.of(Optional.of(source), Optional.ofNullable(dividedBy))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What it measures of a product; empty where a value is missing, or would be divided by nothing. */
    public Optional<BigDecimal> measure(Map<Source, BigDecimal> inputs) {
        var value = Optional.ofNullable(inputs.get(source));
        if (dividedBy == null) {
            return value.map(factor::multiply);
        }
        var divisor = Optional.ofNullable(inputs.get(dividedBy)).filter(found -> found.signum() != 0);
        return value.flatMap(of -> divisor.map(by -> of.multiply(factor).divide(by, MathContext.DECIMAL64)));
    }

    /** Whether the product meets it; one of which a value is missing does not. */
    public boolean isMet(Map<Source, BigDecimal> inputs) {
        return measure(inputs)
                .filter(measured -> comparator.holds(measured, benchmark))
                .isPresent();
    }
}
