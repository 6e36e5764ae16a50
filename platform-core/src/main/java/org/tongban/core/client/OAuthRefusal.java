package org.tongban.core.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** Why an endpoint of OAuth refuses (RFC 6749, 5.2). */
final class OAuthRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Code code;
    private final String description;

    OAuthRefusal(Code code, String description) {
        super(code.error + ": " + description, null, false, false);
        this.code = code;
        this.description = description;
    }

    /** The registered errors that are used here. */
    enum Code {
        INVALID_REQUEST("invalid_request", 400),
        INVALID_CLIENT("invalid_client", 401),
        INVALID_GRANT("invalid_grant", 400),
        UNAUTHORIZED_CLIENT("unauthorized_client", 400),
        UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", 400),
        INVALID_SCOPE("invalid_scope", 400);

        private final String error;
        private final int status;

        Code(String error, int status) {
            this.error = error;
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    Code code() {
        return code;
    }

    Body body() {
        return new Body(code.error, description);
    }

    /** The answer: what programs decide by, and a sentence for their developers. */
    @Serdeable
    record Body(
            String error, @JsonProperty("error_description") String description) {}
}
