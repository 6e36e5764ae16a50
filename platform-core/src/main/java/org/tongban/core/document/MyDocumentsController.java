package org.tongban.core.document;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.document.DocumentViews.Mine;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Transactions;

/** What was issued to an account (CO-60). */
@Controller(MyDocumentsController.PATH)
class MyDocumentsController {
    static final String PATH = "/api/platform/v1/me/documents";

    private final DocumentRepository repository;
    private final Verification verification;
    private final DocumentFiles files;
    private final Transactions transactions;

    MyDocumentsController(
            DocumentRepository repository, Verification verification, DocumentFiles files, Transactions transactions) {
        this.repository = repository;
        this.verification = verification;
        this.files = files;
        this.transactions = transactions;
    }

    /** The caller's documents, newest first. */
    @SignedIn
    @Read
    @Get
    PageOf<Mine> listMyDocuments(
            @Parameter(hidden = true) Language language,
            Caller caller,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(
                repository.below(caller.account(), Keyset.before(cursor), limit + 1),
                limit,
                DocumentRow::id,
                row -> verification.mine(row, language));
    }

    /** A document of the caller's as PDF. */
    @SignedIn
    @Get(value = "/{id}/file", produces = MediaType.ALL)
    @Refuses({"document-not-found", "store-unavailable", "document-damaged", "overloaded"})
    HttpResponse<?> downloadMyDocument(Caller caller, UUID id, HttpRequest<?> request) {
        var isTheirs = transactions
                .read(() -> repository.find(id))
                .filter(row -> Objects.equals(row.account(), caller.account()))
                .isPresent();
        if (!isTheirs) {
            throw DomainException.of(DocumentError.DOCUMENT_NOT_FOUND);
        }
        return files.serve(request, id);
    }
}
