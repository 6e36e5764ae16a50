package org.tongban.filing.patent;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** How the unit came to hold a patent (PF-21): so far only by its own filing. */
@Serdeable
public enum Acquisition {
    @JsonProperty("original")
    ORIGINAL
}
