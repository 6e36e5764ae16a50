package org.tongban.core.web.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.Caller;
import org.tongban.core.web.ClientCaller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** What is known of the request under way: its caller, trace id and language. */
public final class Exchange {
    private static final String CALLER = "tongban.caller";
    private static final String TRACE = "tongban.trace";
    private static final String OPENED = "tongban.opened";
    static final String ACTION = "tongban.audit.action";
    static final String RECORDED = "tongban.audit.recorded";
    static final String ETAG = "tongban.etag";
    private static final String UNCHANGED = "tongban.unchanged";

    private Exchange() {}

    /** The request that the present thread works for. */
    public static HttpRequest<?> request() {
        return ServerRequestContext.currentRequest().orElseThrow(() -> new IllegalStateException("no request"));
    }

    /** Names the action that the audit records of the request's next write are of; none of them was made yet. */
    public static void declare(HttpRequest<?> request, String action) {
        request.setAttribute(ACTION, action);
        request.setAttribute(RECORDED, false);
    }

    /** The request only has a form drawn again, with a line more or a file less: there is nothing to record. */
    public static void changesNothing(HttpRequest<?> request) {
        request.setAttribute(UNCHANGED, true);
    }

    static boolean hasChanged(HttpRequest<?> request) {
        return request.getAttribute(UNCHANGED).isEmpty();
    }

    /** Names the account for which a request without a caller opens or renews a session: its records are that account's. */
    public static void opensFor(HttpRequest<?> request, UUID account, String realm) {
        request.setAttribute(OPENED, new Opening(account, realm));
    }

    /** Whose a record of the request is; null where nobody is known. */
    static @Nullable Opening actor(HttpRequest<?> request) {
        var caller = caller(request);
        return caller == null
                ? request.getAttribute(OPENED, Opening.class).orElse(null)
                : new Opening(caller.account(), caller.realm());
    }

    /** An account in its realm. */
    record Opening(UUID account, String realm) {}

    static void authenticated(HttpRequest<?> request, Authenticated caller) {
        request.setAttribute(CALLER, caller);
    }

    /** Whoever calls with a token, or null. */
    public static @Nullable Authenticated authenticated(HttpRequest<?> request) {
        return request.getAttribute(CALLER, Authenticated.class).orElse(null);
    }

    /** The signed-in account that calls, or null; a client is none. */
    public static @Nullable Caller caller(HttpRequest<?> request) {
        return authenticated(request) instanceof Caller caller ? caller : null;
    }

    /** The client that calls, or by which the account that calls has signed in, or null. */
    public static @Nullable UUID client(HttpRequest<?> request) {
        return client(authenticated(request));
    }

    /** The client that a token names: its own, or that by which the account has signed in; null where there is none. */
    static @Nullable UUID client(@Nullable Authenticated caller) {
        return switch (caller) {
            case null -> null;
            case Caller account -> account.client();
            case ClientCaller client -> client.client();
        };
    }

    static Authenticated known(HttpRequest<?> request) {
        var known = authenticated(request);
        if (known == null) {
            throw DomainException.of(CoreError.UNAUTHENTICATED);
        }
        return known;
    }

    /** What only an account may do is forbidden to a client. */
    static Caller signedIn(HttpRequest<?> request) {
        return switch (known(request)) {
            case Caller caller -> caller;
            case ClientCaller client -> throw DomainException.of(CoreError.FORBIDDEN);
        };
    }

    /** The id under which this request is found in logs and audit, made where it is first asked for. */
    public static String traceId(HttpRequest<?> request) {
        return request.getAttribute(TRACE, String.class).orElseGet(() -> {
            var trace = newTraceId();
            request.setAttribute(TRACE, trace);
            return trace;
        });
    }

    /** The id of a request of which nothing is kept. */
    static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The language to answer in (CO-10). */
    public static Language language(HttpRequest<?> request) {
        return Language.accepted(request.getHeaders().get("Accept-Language"));
    }
}
