package org.tongban.core.review.receipt;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.UUID;
import org.tongban.core.document.DocumentFiles;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.Cases;
import org.tongban.core.review.cases.MyCaseAccess;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Transactions;

/** Receipts of what an account handed in (CO-15). */
@Controller("/api/platform/v1/me/cases/{id}/receipt")
class ReceiptController {
    private final Cases cases;
    private final MyCaseAccess access;
    private final Receipts receipts;
    private final DocumentFiles files;
    private final Transactions transactions;

    ReceiptController(
            Cases cases, MyCaseAccess access, Receipts receipts, DocumentFiles files, Transactions transactions) {
        this.cases = cases;
        this.access = access;
        this.receipts = receipts;
        this.files = files;
        this.transactions = transactions;
    }

    /** The receipt of a submission of the caller's, as PDF. */
    @SignedIn
    @Get(produces = MediaType.ALL)
    @Refuses({"not-found", "store-unavailable", "document-damaged", "overloaded"})
    HttpResponse<?> downloadReceipt(Caller caller, UUID id, HttpRequest<?> request) {
        var receipt = transactions.write(() -> {
            // Locked, so that two who ask at once get one receipt.
            if (access.version(caller, id, true).isEmpty()) {
                throw DomainException.of(CoreError.NOT_FOUND);
            }
            var found = cases.find(id);
            // Nobody handed a correction in.
            if (found.about() == CaseKind.CORRECTION) {
                throw DomainException.of(CoreError.NOT_FOUND);
            }
            return receipts.of(found);
        });
        return files.serve(request, receipt);
    }
}
