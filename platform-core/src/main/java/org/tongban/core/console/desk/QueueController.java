package org.tongban.core.console.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Faults;
import org.tongban.core.page.Page;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Redraw;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.desk.DecideBatch;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;

/** The queue of the console, and decisions on many of its cases at once (CO-47, CO-47b). */
@Hidden
@Controller(value = QueueController.PATH, produces = MediaType.TEXT_HTML)
class QueueController {
    static final String PATH = "/console/reviews";

    private final ConsolePages pages;
    private final ConsoleForms forms;
    private final QueuePage queue;
    private final BatchPage batch;
    private final DecideBatch decideBatch;
    private final Transactions transactions;
    private final AuditTrail audit;

    QueueController(
            ConsolePages pages,
            ConsoleForms forms,
            QueuePage queue,
            BatchPage batch,
            DecideBatch decideBatch,
            Transactions transactions,
            AuditTrail audit) {
        this.pages = pages;
        this.forms = forms;
        this.queue = queue;
        this.batch = batch;
        this.decideBatch = decideBatch;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Permitted(Permitted.ANY_REVIEW)
    @Get
    HttpResponse<String> consoleQueue(HttpRequest<?> request, Caller caller) {
        return pages.answer(request, page(request, caller, BatchForm.NOTHING, Faults.none()));
    }

    @Permitted(Permitted.ANY_REVIEW)
    @AnyParameters
    @Write(action = "platform.review.decide", idempotent = false, phases = Write.Phases.TWO)
    @Post(value = "/decisions", consumes = MediaType.ALL)
    HttpResponse<?> consoleDecideBatch(HttpRequest<?> request, Caller caller, @Body @Checked FormFields form) {
        forms.require(request, form);
        var language = PageAddress.of(request).language();
        var typed = BatchForm.of(form);
        Redraw.with(request, refusal -> page(request, caller, typed, Faults.of(refusal, language, BatchForm::control)));
        var items = batch.items(typed, caller, language);
        var results = decideBatch.decide(caller, items, language);
        long decided = results.stream().filter(result -> result.code() == null).count();
        transactions.write(() -> {
            audit.record(CaseAccess.RECORD, Ids.next(), Map.of("sent", results.size(), "decided", decided));
            return decided;
        });
        return pages.answer(request, batch.outcome(request, results, decided));
    }

    private Page page(HttpRequest<?> request, Caller caller, BatchForm typed, Faults faults) {
        var address = PageAddress.of(request);
        var shown = transactions.connected(() -> queue.shown(address, caller, typed, faults));
        return pages.page(request, "queue", pages.text(address, "reviews.title"), List.of(), shown);
    }
}
