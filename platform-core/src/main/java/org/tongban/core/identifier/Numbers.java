package org.tongban.core.identifier;

/** Gives numbers that can be spoken: prefix, year, serial, check digit (CO-15). Gaps are allowed, none comes twice. */
public interface Numbers {
    /**
     * The next number of a kind, of this business year, say {@code CP2026-0000012-0}.
     *
     * @param prefix two capitals; a module makes its sequence {@code core.number_<prefix>} by {@code select
     *     core.create_number('CP')} in a migration
     */
    String next(String prefix);
}
