package org.tongban.filing.scorecard;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a value is held against its benchmark (PF-50). */
public enum Comparator {
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    LESS_THAN,
    EQUAL;

    /** That of a code. */
    static Optional<Comparator> of(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findAny();
    }

    /** Its code in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the value meets the benchmark. */
    boolean holds(BigDecimal value, BigDecimal benchmark) {
        int order = value.compareTo(benchmark);
        return switch (this) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case MORE_THAN -> order > 0;
            case LESS_THAN -> order < 0;
            case EQUAL -> order == 0;
        };
    }
}
