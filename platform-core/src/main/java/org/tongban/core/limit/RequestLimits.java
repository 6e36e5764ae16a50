package org.tongban.core.limit;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.internal.ClientAddress;

/**
 * Limits the requests of each account, client and address (CO-84), by buckets in this node's memory: with several nodes a
 * caller has as many times the figure. What stops a request here costs no database.
 */
@Singleton
public class RequestLimits {
    private static final int MOST_KEYS = 200_000;
    private static final String PUBLIC_DATA = "/v1/public/";

    private final boolean enabled;
    private final Buckets callers;
    private final Buckets addresses;
    private final Buckets searches;
    private final ClientAddress clientAddress;
    private final long begin = System.nanoTime();

    RequestLimits(LimitSettings settings, ClientAddress clientAddress) {
        this.enabled = settings.enabled();
        this.callers = new Buckets(settings.account(), MOST_KEYS);
        this.addresses = new Buckets(settings.address(), MOST_KEYS);
        this.searches = new Buckets(settings.publicSearch(), MOST_KEYS);
        this.clientAddress = clientAddress;
    }

    /**
     * Counts a request.
     *
     * @param caller whose token it brings; null where it brings none, or none that is valid
     * @throws DomainException {@link CoreError#TOO_MANY_REQUESTS} that says when there is room again
     */
    public void admit(HttpRequest<?> request, @Nullable Authenticated caller) {
        if (!enabled || isFree(request.getPath())) {
            return;
        }
        var now = System.nanoTime() - begin;
        var wait = caller != null
                ? callers.take(caller.id().toString(), now)
                : (isPublic(request.getPath()) ? searches : addresses)
                        .take(ClientAddress.origin(clientAddress.of(request)), now);
        if (!wait.isZero()) {
            throw DomainException.of(CoreError.TOO_MANY_REQUESTS).endingAfter(wait);
        }
    }

    /** What a page brings along from memory, and what watches the node. */
    static boolean isFree(String path) {
        return path.startsWith("/assets/") || path.startsWith("/health") || path.equals("/metrics");
    }

    /** Public data, of the platform or of a module, and the pages that show it. */
    private static boolean isPublic(String path) {
        return path.startsWith("/api/") ? path.contains(PUBLIC_DATA) : !path.startsWith("/oauth2/");
    }
}
