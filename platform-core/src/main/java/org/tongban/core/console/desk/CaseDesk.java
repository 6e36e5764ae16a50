package org.tongban.core.console.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Redraw;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.web.Caller;
import org.tongban.core.web.FormFields;

/** What every form of a case's page begins and ends with. */
@Singleton
class CaseDesk {
    private final ConsoleForms forms;
    private final CasePage page;

    CaseDesk(ConsoleForms forms, CasePage page) {
        this.forms = forms;
        this.page = page;
    }

    /** Refuses a form that is not ours; what is refused from now on is drawn again with what was typed. */
    void begin(HttpRequest<?> request, Caller caller, UUID id, Typed.Of which, FormFields form) {
        forms.require(request, form);
        var typed = Typed.of(which, form);
        var language = PageAddress.of(request).language();
        Redraw.with(request, refusal -> page.of(request, caller, id, typed.refused(refusal, language)));
    }

    /** Leads to the case, whose audit record was left. */
    static HttpResponse<?> done(HttpRequest<?> request, ReviewCase changed, String what) {
        return ConsolePages.seeOther(request, QueueController.PATH + "/" + changed.id(), CasePage.done(what));
    }

    /** A member of a body, where something was typed. */
    static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
