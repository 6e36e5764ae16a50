package org.tongban.core.account;

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
        String accessToken, String tokenType, long expiresIn, String refreshToken, boolean mustChangePassword) {
    @Override
    public String toString() {
        return "SessionTokens[…]";
    }
}
