package org.tongban.core.console;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.tongban.core.page.ErrorPages;

/**
 * Has whatever goes wrong with a request of the console told under its header, and lead back to its start: also what is turned
 * away before anything is asked of the database, and so before {@link ConsoleSession} (CO-47b, CO-88).
 */
@ServerFilter({"/console", "/console/**"})
class ConsoleFrame implements Ordered {
    private final ConsolePages pages;

    ConsoleFrame(ConsolePages pages) {
        this.pages = pages;
    }

    /** Before the filter that turns requests away. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 40;
    }

    @RequestFilter
    void frame(HttpRequest<?> request) {
        ErrorPages.under(request, ConsolePages.HOME, () -> pages.bar(request));
    }
}
