package org.tongban.core.signin;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a sign-in or a refresh gives (CO-22).
 *
 * @param expiresIn seconds until the access token expires
 * @param mustChangePassword whether the access token permits nothing but to change the password (CO-23)
 */
@Serdeable
@Schema(description = "The tokens of a session")
public record SessionTokens(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl")
        String accessToken,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Bearer")
        String tokenType,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "900")
        long expiresIn,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0198a1c0.kXW9Yw")
        String refreshToken,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
        boolean mustChangePassword) {
    @Override
    public String toString() {
        return "SessionTokens[…]";
    }
}
