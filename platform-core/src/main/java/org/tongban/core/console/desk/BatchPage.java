package org.tongban.core.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongban.core.console.ConsoleBodies;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.CaseState;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.desk.BatchView;
import org.tongban.core.review.desk.DeskRequests.Batch;
import org.tongban.core.review.desk.DeskRequests.BatchItem;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/** Makes of a batch's form what the endpoint of batches takes, and shows what came of it (CO-47). */
@Singleton
class BatchPage {
    private final ConsolePages pages;
    private final ConsoleBodies bodies;
    private final CaseAccess access;
    private final Cases cases;
    private final CaseTypes types;
    private final Transactions transactions;

    BatchPage(
            ConsolePages pages,
            ConsoleBodies bodies,
            CaseAccess access,
            Cases cases,
            CaseTypes types,
            Transactions transactions) {
        this.pages = pages;
        this.bodies = bodies;
        this.access = access;
        this.cases = cases;
        this.types = types;
        this.transactions = transactions;
    }

    /** The decisions one by one; refuses what the endpoint would refuse as a whole. */
    List<BatchItem> items(BatchForm form, Caller caller, Language language) {
        if (form.ticked().isEmpty()) {
            var nothing = new Title("请至少勾选一个案件。", "Tick at least one case.");
            throw DomainException.of(
                    CoreError.INVALID_INPUT, List.of(new Violation("/decisions", "required", nothing)));
        }
        var body = JsonNodeFactory.instance.objectNode();
        var decisions = body.putArray("decisions");
        transactions.connected(() -> {
            form.ticked().forEach(id -> {
                var item = decisions.addObject().put("review", id.toString());
                if (!form.decision().isEmpty()) {
                    item.put("decision", form.decision());
                }
                if (!form.reason().isEmpty()) {
                    item.put("reason", form.reason());
                }
                if (form.gone() && access.version(caller, id, false).isPresent()) {
                    ticked(item, id, form);
                }
            });
            return decisions;
        });
        return bodies.read("decideReviews", body, Batch.class).decisions();
    }

    /** Every point of the case's checklist, as gone through: met, but for those that were named. */
    private void ticked(ObjectNode item, UUID id, BatchForm form) {
        var found = cases.find(id);
        if (found.about() == CaseKind.SUBMISSION) {
            var points = item.putArray("checklist");
            types.of(found.type())
                    .checklist()
                    .forEach(point -> points.addObject()
                            .put("id", point.id())
                            .put("passed", !form.failed().contains(BatchForm.failed(found.type(), point.id()))));
        }
    }

    Page outcome(HttpRequest<?> request, List<BatchView.Result> results, long decided) {
        var address = PageAddress.of(request);
        var shown = new QueueShown.Outcome(
                pages.text(address, "batch.summary", decided, results.size() - decided),
                results.stream().map(result -> result(address, result)).toList(),
                address.to(QueueController.PATH));
        var above = List.of(new Crumb(pages.text(address, "reviews.title"), address.to(QueueController.PATH)));
        return pages.page(request, "batch", pages.text(address, "batch.title"), above, shown);
    }

    private QueueShown.Result result(PageAddress address, BatchView.Result result) {
        var language = address.language();
        boolean absent = CoreError.NOT_FOUND.code().equals(result.code());
        var number = result.number() == null && !absent
                ? transactions.connected(() -> cases.find(result.review()).number())
                : result.number();
        var state = result.state() == null ? "" : result.state();
        var title = state.isEmpty() ? "" : CaseState.of(state).title().in(language);
        var faults = result.errors() == null ? List.<BatchView.Fault>of() : result.errors();
        var detail = result.detail() == null ? "" : result.detail();
        var why = faults.isEmpty()
                ? Stream.of(detail).filter(text -> !text.isEmpty()).toList()
                : faults.stream().map(BatchView.Fault::message).distinct().toList();
        return new QueueShown.Result(
                address.to(QueueController.PATH + "/" + result.review()),
                number == null ? "" : number,
                new StateTag(state, title),
                result.code() == null,
                why);
    }
}
