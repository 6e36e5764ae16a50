package org.tongban.core.token;

/**
 * A signed access token as it is handed out.
 *
 * @param expiresIn seconds until it expires
 */
public record AccessToken(String value, long expiresIn) {
    @Override
    public String toString() {
        return "AccessToken[expiresIn=" + expiresIn + "]";
    }
}
