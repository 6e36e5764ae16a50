package org.tongban.core.console;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.FormFields;

/**
 * Tells the forms of the console from those that another site has a browser send (CO-47b): the request must come from this
 * site by its own account, and the form must bring the token that the browser keeps beside.
 */
@Singleton
public class ConsoleForms {
    private static final String FIELD = "token";
    private static final String FRESH = "tongban.console.form";

    private final ConsoleCookies cookies;
    private final @Nullable String publicAuthority;

    ConsoleForms(ConsoleCookies cookies, @Value("${platform.public-url}") String publicUrl) {
        this.cookies = cookies;
        this.publicAuthority = authority(publicUrl);
    }

    /** What a form on the page that is answered has to bring along. */
    public String token(HttpRequest<?> request) {
        return cookies.form(request).or(() -> fresh(request)).orElseGet(() -> {
            var token = RandomToken.next();
            request.setAttribute(FRESH, token);
            return token;
        });
    }

    /** The token that was made for this answer, if one was. */
    Optional<String> fresh(HttpRequest<?> request) {
        return request.getAttribute(FRESH, String.class);
    }

    /** Refuses with {@link ConsoleError#FORM_EXPIRED} what was not sent by a form of the console's own. */
    public void require(HttpRequest<?> request, FormFields form) {
        var brought = form.value(FIELD);
        boolean known = brought != null
                && cookies.form(request)
                        .filter(kept -> MessageDigest.isEqual(
                                kept.getBytes(StandardCharsets.UTF_8), brought.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
        if (!known || !isFromHere(request)) {
            throw DomainException.of(ConsoleError.FORM_EXPIRED);
        }
    }

    private boolean isFromHere(HttpRequest<?> request) {
        var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        var from = authority(origin == null ? request.getHeaders().get(HttpHeaders.REFERER) : origin);
        return from != null
                && (from.equalsIgnoreCase(request.getHeaders().get(HttpHeaders.HOST))
                        || from.equalsIgnoreCase(publicAuthority));
    }

    private static @Nullable String authority(@Nullable String address) {
        try {
            return address == null ? null : URI.create(address).getRawAuthority();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
