package org.tongban.core.limit;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Decides before anything is done with a request whether it may come in, and is told of those that are under way (CO-88).
 * Called on event loops: it never waits.
 */
public interface Doorkeeper {
    /**
     * What a request is told that may not come in; null for one that may.
     *
     * @param request its head, as it came
     */
    @Nullable
    FullHttpResponse refusal(HttpRequest request);

    /** A request is there whole, and its work begins. */
    void entered();

    /** Its answer has begun, or nobody waits for one any more: once for each that {@link #entered}. */
    void left();
}
