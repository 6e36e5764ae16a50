package org.tongban.filing.patent;

<<<<<<< HEAD
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
=======
>>>>>>> filing

/** How the unit came to hold a patent (PF-21): so far only by its own filing. */
@Serdeable
public enum Acquisition {
    ORIGINAL
}
