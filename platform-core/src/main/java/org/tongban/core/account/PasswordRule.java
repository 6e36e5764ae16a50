package org.tongban.core.account;

import java.util.Set;

/**
 * A realm's rule for passwords as data (CO-21): length in code points, the classes it counts and how many of them a
 * password needs.
 */
public record PasswordRule(int minLength, int maxLength, Set<CharacterClass> classes, int neededClasses) {
    /** A class of characters that a realm may count: {@link #LETTER} counts upper and lower case as one. */
    public enum CharacterClass {
        DIGIT,
        LETTER,
        UPPER,
        LOWER,
        SPECIAL
    }
}
