package org.tongban.core.identifier;

/**
 * A Chinese patent number in its canonical spelling: twelve or eight digits, a full stop, and the check digit, say
 * {@code 201510958772.0} or {@code 95115608.X} (CO-72).
 */
public record PatentNumber(String value) {
    @Override
    public String toString() {
        return value;
    }
}
