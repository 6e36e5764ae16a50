package org.tongban.core.console;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import org.tongban.core.account.Realms;
import org.tongban.core.page.PageAddress;
import org.tongban.core.signin.RefreshSession;
import org.tongban.core.signin.SessionTokens;
import org.tongban.core.signin.Sessions.Opened;
import org.tongban.core.web.Authenticator;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.internal.Exchange;

/**
 * Turns the cookies of the console into the bearer token that every request brings, renews a session that has run out, and
 * sends whoever has none to sign in (CO-47b). All checks after it are those of the API.
 */
@ServerFilter({"/console", "/console/**"})
class ConsoleSession implements Ordered {
    private static final String OPENED = "tongban.console.opened";
    private static final String ENDED = "tongban.console.ended";
    private static final String REFRESH_ACTION = "platform.session.refresh";

    private final ConsoleCookies cookies;
    private final ConsoleForms forms;
    private final Authenticator authenticator;
    private final RefreshSession refreshSession;
    private final Renewals renewals;

    ConsoleSession(
            ConsoleCookies cookies,
            ConsoleForms forms,
            Authenticator authenticator,
            RefreshSession refreshSession,
            Renewals renewals) {
        this.cookies = cookies;
        this.forms = forms;
        this.authenticator = authenticator;
        this.refreshSession = refreshSession;
        this.renewals = renewals;
    }

    /** Before the filter that authenticates. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 50;
    }

    /** Has the answer to the request bring a session. */
    static void opened(HttpRequest<?> request, SessionTokens tokens) {
        request.setAttribute(OPENED, tokens);
    }

    /** Has the answer to the request take the session away. */
    static void ended(HttpRequest<?> request) {
        request.setAttribute(ENDED, true);
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void carry(HttpRequest<?> request) {
        if (request.getHeaders().contains(HttpHeaders.AUTHORIZATION) || isSignIn(request)) {
            return;
        }
        var access = cookies.access(request).filter(this::isValid);
        if (access.isPresent()) {
            bearer(request, access.get());
        } else if (isPage(request)) {
            cookies.refresh(request).ifPresent(token -> renew(request, token));
        }
    }

    private boolean isValid(String token) {
        try {
            authenticator.authenticate(token);
            return true;
        } catch (DomainException notValid) {
            return false;
        }
    }

    private void renew(HttpRequest<?> request, String token) {
        Exchange.declare(request, REFRESH_ACTION);
        renewals.once(token, () -> refreshSession.refresh(token).map(Opened::tokens))
                .ifPresent(tokens -> {
                    opened(request, tokens);
                    bearer(request, tokens.accessToken());
                });
    }

    private static void bearer(HttpRequest<?> request, String token) {
        if (request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
    }

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() == HttpStatus.UNAUTHORIZED.getCode() && !isSignIn(request) && isPage(request)) {
            sendToSignIn(request, response);
        } else if (response.code() == HttpStatus.FORBIDDEN.getCode() && awaitsPassword(request)) {
            lead(response, PageAddress.of(request).to(PasswordController.PATH));
        }
        forms.keep(request, response);
        request.getAttribute(OPENED, SessionTokens.class).ifPresent(tokens -> cookies.keep(response, tokens));
        if (request.getAttribute(ENDED).isPresent()) {
            cookies.forget(response);
        }
    }

    private static void sendToSignIn(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var address = PageAddress.of(request);
        var here = request.getMethod() == HttpMethod.GET ? request.getUri() : page(request);
        lead(response, address.to(SignInController.PATH, Map.of("to", Returning.to(here))));
        ended(request);
    }

    private static void lead(MutableHttpResponse<?> response, String location) {
        response.status(HttpStatus.SEE_OTHER);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        response.body(null);
        response.header(HttpHeaders.LOCATION, location);
    }

    /** Whether a page was refused because the password has to be changed first (CO-23). */
    private static boolean awaitsPassword(HttpRequest<?> request) {
        var caller = Exchange.caller(request);
        return caller != null
                && caller.may(Realms.PASSWORD_CHANGE)
                && isPage(request)
                && !request.getPath().equals(PasswordController.PATH)
                && !request.getPath().equals(SignInController.SIGN_OUT);
    }

    /** The page that a form was sent from. */
    private static URI page(HttpRequest<?> request) {
        try {
            return URI.create(request.getHeaders().get(HttpHeaders.REFERER, String.class, ""));
        } catch (IllegalArgumentException noAddress) {
            return URI.create("");
        }
    }

    private static boolean isSignIn(HttpRequest<?> request) {
        return request.getPath().equals(SignInController.PATH);
    }

    /** Whether a browser wants a page: not a picture of one, nor a program an answer. */
    private static boolean isPage(HttpRequest<?> request) {
        return request.getHeaders().get(HttpHeaders.ACCEPT, String.class, "").contains("text/html");
    }
}
