package org.tongban.filing.patent;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.stream.Stream;

/** How the unit came to hold a patent (PF-21). */
@Serdeable
public enum Acquisition {
    @JsonProperty("original")
    ORIGINAL,
    @JsonProperty("transfer")
    TRANSFER,
    @JsonProperty("inheritance")
    INHERITANCE,
    @JsonProperty("gift")
    GIFT,
    @JsonProperty("other-assignment")
    OTHER_ASSIGNMENT,
    /** It is another's, who allows the unit to use it for a time. */
    @JsonProperty("licence")
    LICENCE;

    /** That of a code. */
    static Optional<Acquisition> of(String code) {
        return Stream.of(values())
                .filter(value -> PatentWords.code(value).equals(code))
                .findAny();
    }
}
