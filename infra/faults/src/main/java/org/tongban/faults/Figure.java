package org.tongban.faults;

/**
 * One thing that a suite counted.
 *
 * @param what is counted, as a page shows it
 * @param wanted the figure to be met
 * @param measured what was counted
 */
record Figure(String what, String wanted, String measured, boolean met) {
    /** A count of what must not be. */
    static Figure none(String what, long count) {
        return new Figure(what, "0", Long.toString(count), count == 0);
    }

    /** A count that must be reached. */
    static Figure atLeast(String what, long wanted, long count) {
        return new Figure(what, "≥ " + wanted, Long.toString(count), count >= wanted);
    }
}
