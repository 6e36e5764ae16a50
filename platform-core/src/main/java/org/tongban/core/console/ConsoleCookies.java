package org.tongban.core.console;

import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.tongban.core.page.FormTokens;
import org.tongban.core.signin.SessionTokens;

/**
 * What a browser keeps of a session of the console: the very tokens of the API (CO-22), out of reach of scripts and of
 * other sites, and sent to the console alone. They end with the browser; only the mark of the device stays.
 */
@Singleton
class ConsoleCookies {
    private static final String PATH = "/console";
    private static final String ACCESS = "tongban-console";
    private static final String REFRESH = "tongban-console-renewal";
    private static final String DEVICE = "tongban-console-device";
    private static final Duration DEVICE_KEPT = Duration.ofDays(365);

    private final boolean secure;

    ConsoleCookies(Environment environment) {
        this.secure = FormTokens.isSecure(environment.getActiveNames());
    }

    Optional<String> access(HttpRequest<?> request) {
        return value(request, ACCESS);
    }

    Optional<String> refresh(HttpRequest<?> request) {
        return value(request, REFRESH);
    }

    Optional<String> device(HttpRequest<?> request) {
        return value(request, DEVICE);
    }

    /** Has the browser keep a session. */
    void keep(MutableHttpResponse<?> response, SessionTokens tokens) {
        response.cookie(cookie(ACCESS, tokens.accessToken()));
        response.cookie(cookie(REFRESH, tokens.refreshToken()));
        var device = tokens.device();
        if (device != null) {
            response.cookie(cookie(DEVICE, device).maxAge(DEVICE_KEPT));
        }
    }

    /** Has the browser forget the session. */
    void forget(MutableHttpResponse<?> response) {
        response.cookie(cookie(ACCESS, "").maxAge(Duration.ZERO));
        response.cookie(cookie(REFRESH, "").maxAge(Duration.ZERO));
    }

    private Cookie cookie(String name, String value) {
        return Cookie.of(name, value).path(PATH).httpOnly(true).secure(secure).sameSite(SameSite.Strict);
    }

    private static Optional<String> value(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }
}
