package org.tongban.core.page;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.web.DomainException;

/**
 * Tells the forms of our pages from those that another site has a browser send (CO-47b, PO-5): the request must come from
 * this site by its own account, and the form must bring the token that the browser keeps beside. Thread-safe.
 */
@Singleton
public class FormTokens {
    /** The field of a form that brings the token along. */
    public static final String FIELD = "token";

    private static final String FRESH = "tongban.form.";

    private final @Nullable String publicAuthority;
    private final boolean secure;

    FormTokens(@Value("${platform.public-url:}") String publicUrl, Environment environment) {
        this.publicAuthority = authority(publicUrl);
        this.secure = isSecure(environment.getActiveNames());
    }

    /** The pages whose forms have tokens of their own: the cookie that keeps them, and the path that it is sent to. */
    public record Place(String cookie, String path) {}

    /** In development and in tests the server is spoken to without TLS; everywhere else a cookie never is. */
    public static boolean isSecure(Set<String> environments) {
        return !environments.contains("dev") && !environments.contains(Environment.TEST);
    }

    /** What a form on the page that is answered has to bring along. */
    public String token(HttpRequest<?> request, Place place) {
        return kept(request, place).or(() -> fresh(request, place)).orElseGet(() -> {
            var token = RandomToken.next();
            request.setAttribute(FRESH + place.cookie(), token);
            return token;
        });
    }

    /** Has the browser keep the token that was made for this answer, if one was. */
    public void keep(HttpRequest<?> request, MutableHttpResponse<?> response, Place place) {
        fresh(request, place)
                .ifPresent(token -> response.cookie(Cookie.of(place.cookie(), token)
                        .path(place.path())
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite(SameSite.Strict)));
    }

    /** Refuses with {@link PageError#FORM_EXPIRED} what was not sent by a form of these pages. */
    public void require(HttpRequest<?> request, @Nullable String brought, Place place) {
        boolean known = brought != null
                && kept(request, place)
                        .filter(kept -> MessageDigest.isEqual(
                                kept.getBytes(StandardCharsets.UTF_8), brought.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
        if (!known || !isFromHere(request)) {
            throw DomainException.of(PageError.FORM_EXPIRED);
        }
    }

    /**
     * Whether a form that {@link #require} refuses comes from a page of this site all the same: its cookie is gone, and
     * nothing is lost by showing it again with a fresh token, for whoever sent it to send once more.
     */
    public boolean isOutdated(HttpRequest<?> request) {
        return isFromHere(request);
    }

    private static Optional<String> fresh(HttpRequest<?> request, Place place) {
        return request.getAttribute(FRESH + place.cookie(), String.class);
    }

    private static Optional<String> kept(HttpRequest<?> request, Place place) {
        return request.getCookies()
                .findCookie(place.cookie())
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
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
