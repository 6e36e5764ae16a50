package org.tongban.core.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.tongban.core.account.Realms;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.SignedIn;

/** Where the console begins for each of staff: at what they are there for (CO-47b). */
@Hidden
@Controller(value = ConsolePages.HOME, produces = MediaType.TEXT_HTML)
class HomeController {
    private final ConsolePages pages;
    private final ConsoleSections sections;

    HomeController(ConsolePages pages, ConsoleSections sections) {
        this.pages = pages;
        this.sections = sections;
    }

    @SignedIn
    @Get
    HttpResponse<?> consoleHome(HttpRequest<?> request, Caller caller) {
        if (caller.realm().equals(Realms.STAFF)) {
            if (pages.reviews(caller)) {
                return ConsolePages.seeOther(request, ConsolePages.HOME + "/reviews", Map.of());
            }
            var own = sections.of(caller);
            if (!own.isEmpty()) {
                var first = ConsolePages.SECTIONS + "/" + own.getFirst().id();
                return ConsolePages.seeOther(request, first, Map.of());
            }
            // Jobs are everybody's who may do anything: each sees their own.
            if (!caller.permissions().isEmpty()) {
                return ConsolePages.seeOther(request, ConsolePages.HOME + "/jobs", Map.of());
            }
        }
        throw DomainException.of(ConsoleError.NOT_STAFF);
    }
}
