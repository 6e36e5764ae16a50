package org.tongban.core.form;

import java.util.Optional;
import org.tongban.core.module.Title;

/** A check that no pattern can say, named by {@code x-check} (CO-31): check digits, dates inside a number. */
@FunctionalInterface
public interface IdentifierCheck {
    /** What is wrong with the folded text, or nothing. */
    Optional<Problem> check(String folded);

    /**
     * What is wrong, and which part of it.
     *
     * @param code a stable code, say {@code check-digit}
     */
    record Problem(String code, Title message) {}
}
