package org.tongban.core.account;

import org.tongban.core.identifier.Folding;

/** What an organisation is known by over all programmes; no two have the same (ID-9). Values are folded. */
public sealed interface UnitCode {
    /** A unified social credit code, canonical. */
    record Uscc(String value) implements UnitCode {}

    /** The project code of temporary works without a licence. */
    record Project(String value) implements UnitCode {}

    /**
     * What a register outside the mainland has the unit under.
     *
     * @param country two letters
     */
    record Foreign(String country, String number) implements UnitCode {
        public Foreign {
            number = folded(number);
        }
    }

    /** None of these: two such units are never the same one. */
    record None() implements UnitCode {}

    /** As people read it; empty where there is none. */
    default String text() {
        return switch (this) {
            case Uscc(var value) -> value;
            case Project(var value) -> value;
            case Foreign(var country, var number) -> country + " " + number;
            case None() -> "";
        };
    }

    /** A code of any kind as typed, for comparison: beside what identifiers fold, hyphens do not matter. */
    static String folded(String typed) {
        return Folding.identifier(typed).replace("-", "");
    }
}
