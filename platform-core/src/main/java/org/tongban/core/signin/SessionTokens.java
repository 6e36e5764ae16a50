package org.tongban.core.signin;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in or a refresh gives (CO-22).
 *
 * @param expiresIn seconds until the access token expires
 * @param mustChangePassword whether the password is one that somebody else gave (CO-23)
 * @param pending what has to be done before the access token permits anything else; what follows is a refresh
 * @param device what to show at the next sign-in from the same device; only a sign-in gives it (CO-22)
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
        boolean mustChangePassword,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[]")
        List<FirstStep> pending,

        @Nullable @Schema(example = "f1Qh0S7v3m8m0cTzWn4tq2Jc0m0gqR2d9mQx0r1H0ZQ")
        String device) {
    SessionTokens withDevice(String token) {
        return new SessionTokens(accessToken, tokenType, expiresIn, refreshToken, mustChangePassword, pending, token);
    }

    @Override
    public String toString() {
        return "SessionTokens[…]";
    }
}
