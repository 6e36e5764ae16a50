package org.tongban.core.web.internal;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;
import org.tongban.core.limit.Admission;
import org.tongban.core.web.CoreError;

/**
 * Turns requests of pages away while as many wait for the database as may: later their refusal would cost more (CO-88).
 * Most calls of the API do not come so far, {@link Crowd}.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class CrowdFilter implements Ordered {
    private final Admission admission;
    private final Problems problems;

    CrowdFilter(Admission admission, Problems problems) {
        this.admission = admission;
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 50;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> turnAway(HttpRequest<?> request) {
        return admission.turnsAway(request.getPath()) ? problems.answer(request, CoreError.UNAVAILABLE) : null;
    }
}
