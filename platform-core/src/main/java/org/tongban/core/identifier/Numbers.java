package org.tongban.core.identifier;

import java.util.List;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Gives numbers that can be spoken: prefix, year, serial, check digit (CO-15). Gaps are allowed, none comes twice. */
public interface Numbers {
    /**
     * The next number of a kind, of this business year, say {@code CP2026-0000012-0}.
     *
     * @param prefix two capitals; a module makes its sequence {@code core.number_<prefix>} by {@code select
     *     core.create_number('CP')} in a migration
     */
    default String next(String prefix) {
        return next(prefix, 1).getFirst();
    }

    /** The next numbers of a kind, as many as are asked for. */
    List<String> next(String prefix, int count);

    /**
     * The number that somebody typed or was told, as it is written: case, width, spaces and hyphens do not matter.
     *
     * @return the number, or what is wrong with it
     */
    static Parsed<String> read(String typed) {
        return switch (ReceiptNumber.parse(typed)) {
            case Parsed.Valid<ReceiptNumber> valid ->
                Parsed.valid(valid.identifier().toString());
            case Parsed.Refused<ReceiptNumber>(var code, var message) -> new Parsed.Refused<>(code, message);
        };
    }

    /**
     * The same for a request.
     *
     * @param pointer where the number stands in it
     * @throws DomainException {@link CoreError#INVALID_INPUT} that says what is wrong with the number
     */
    static String demand(String typed, String pointer) {
        return switch (read(typed)) {
            case Parsed.Valid<String> valid -> valid.identifier();
            case Parsed.Refused<String> refused ->
                throw DomainException.of(CoreError.INVALID_INPUT, List.of(refused.at(pointer)));
        };
    }
}
