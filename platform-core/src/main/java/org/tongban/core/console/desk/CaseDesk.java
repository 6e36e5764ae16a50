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
import org.tongban.core.review.desk.CaseView;
import org.tongban.core.review.desk.CaseViews;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.FormFields;

/** What every form of a case's page begins and ends with. */
@Singleton
class CaseDesk {
    private final ConsoleForms forms;
    private final CasePage page;
    private final CaseViews views;
    private final AuditTrail audit;

    CaseDesk(ConsoleForms forms, CasePage page, CaseViews views, AuditTrail audit) {
        this.forms = forms;
        this.page = page;
        this.views = views;
        this.audit = audit;
    }

    /** Refuses a form that is not ours; what is refused from now on is drawn again with what was typed. */
    void begin(HttpRequest<?> request, Caller caller, UUID id, Typed.Of which, FormFields form) {
        forms.require(request, form);
        var typed = Typed.of(which, form);
        var language = PageAddress.of(request).language();
        Redraw.with(request, refusal -> page.of(request, caller, id, typed.refused(refusal, language)));
    }

    /** Records what the endpoint of the API would record, and leads to the case. */
    HttpResponse<?> done(HttpRequest<?> request, Caller caller, ReviewCase changed, String what) {
        CaseView view = views.listed(changed, caller, PageAddress.of(request).language());
        audit.record(view.auditSubject(), view.auditId(), view.auditDigest());
        return ConsolePages.seeOther(request, QueueController.PATH + "/" + changed.id(), CasePage.done(what));
    }

    /** A member of a body, where something was typed. */
    static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
