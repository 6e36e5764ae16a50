package org.tongban.identity;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Where people sign in, for the links of messages: the portal's page, or the platform's own address without one. */
@Singleton
public final class SignInLink {
    private final String url;

    SignInLink(
            @Value("${platform.identity.sign-in-url:}") String signInUrl,
            @Value("${platform.public-url}") String publicUrl) {
        this.url = signInUrl.isEmpty() ? publicUrl : signInUrl;
    }

    /** The address. */
    public String url() {
        return url;
    }
}
