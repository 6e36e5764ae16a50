package org.tongban.filing.patent;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** How far a licence goes (Fields 4.4). */
@Serdeable
public enum LicenceKind {
    /** The licensor itself may not use the patent. */
    @JsonProperty("exclusive")
    EXCLUSIVE,
    /** The licensor alone may use it too. */
    @JsonProperty("sole")
    SOLE,
    @JsonProperty("ordinary")
    ORDINARY,
    /** Declared to the office, open to anyone. */
    @JsonProperty("open")
    OPEN
}
