package org.tongban.filing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** Reads the query parameters of one list, and refuses all that are wrong at once (CO-10, CO-11). */
public final class ListParameters {
    private static final int LARGEST = 100;

    private final List<Violation> violations = new ArrayList<>();

    /** Rows a page, 1 to 100. */
    public int limit(int asked) {
        if (asked < 1 || asked > LARGEST) {
            wrong("limit", "range", new Title("须为1至100", "Must be from 1 to 100."));
        }
        return asked;
    }

    /** A filter by code; null, and so no filter, where it is absent. */
    public <T> @Nullable T choice(String parameter, @Nullable String asked, Function<String, Optional<T>> codes) {
        if (asked == null) {
            return null;
        }
        var found = codes.apply(asked);
        if (found.isEmpty()) {
            wrong(parameter, "enum", new Title("不在可选值之中", "Not one of the allowed values."));
        }
        return found.orElse(null);
    }

    /** Refuses the request if anything was wrong. */
    public void raise() {
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
    }

    private void wrong(String parameter, String code, Title message) {
        violations.add(new Violation("/" + parameter, code, message));
    }
}
