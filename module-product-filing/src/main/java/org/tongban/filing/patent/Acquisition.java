package org.tongban.filing.patent;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the unit came to hold a patent (PF-21): so far only by its own filing. */
public enum Acquisition {
    @JsonProperty("original")
    ORIGINAL
}
