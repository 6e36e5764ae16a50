package org.tongban.core.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** As what the person of an account acts for its organisation (ID-41). */
@Serdeable
public enum Capacity {
    /** Handles its business. */
    @JsonProperty("handler")
    HANDLER,
    /** Handles its business and looks after its accounts. */
    @JsonProperty("administrator")
    ADMINISTRATOR,
    /** Represents it by law. */
    @JsonProperty("representative")
    REPRESENTATIVE;

    /** As tokens spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The capacity of a code. */
    public static Optional<Capacity> of(String code) {
        return Stream.of(values())
                .filter(capacity -> capacity.code().equals(code))
                .findAny();
    }
}
