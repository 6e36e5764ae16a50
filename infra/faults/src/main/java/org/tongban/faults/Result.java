package org.tongban.faults;

import java.util.List;

/**
 * What a suite came to.
 *
 * @param runs in the suite's own words
 * @param notes what was seen where a figure is not met, for who looks for the cause
 */
record Result(String runs, List<Figure> figures, List<String> notes) {
    boolean met() {
        return figures.stream().allMatch(Figure::met);
    }
}
