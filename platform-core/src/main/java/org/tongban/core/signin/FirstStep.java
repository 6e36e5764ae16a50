package org.tongban.core.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What an account does before its token permits anything else (CO-23, CO-33). */
@Serdeable
public enum FirstStep {
    @JsonProperty("agreements")
    AGREEMENTS,
    @JsonProperty("password")
    PASSWORD
}
