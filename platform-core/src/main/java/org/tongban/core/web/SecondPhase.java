package org.tongban.core.web;

import io.micronaut.http.HttpResponse;
import java.util.function.Supplier;

/** The second transaction of a write in two phases (CO-12): its outcome, its audit record and the kept answer, all or none. */
public interface SecondPhase {
    /**
     * Runs {@code outcome} in a transaction, and keeps what it answers for the request's {@code Idempotency-Key}. Refuses
     * with {@link CoreError#FIRST_UNDER_WAY}, and writes nothing, where another request has taken the key over meanwhile.
     *
     * @throws IllegalStateException inside a transaction, and where it has committed already
     */
    <T> HttpResponse<T> commit(Supplier<HttpResponse<T>> outcome);
}
