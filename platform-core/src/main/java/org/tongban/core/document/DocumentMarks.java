package org.tongban.core.document;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.document.mark.DrawMark;
import org.tongban.core.document.mark.DrawMark.Mark;
import org.tongban.core.file.FileName;
import org.tongban.core.module.Title;
import org.tongban.core.task.CpuBound;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/**
 * Serves the marks that go with documents, for goods and pages of their holders: a few words, number, last day and a QR code
 * to the page of verification. The same document gives the same bytes. To be called with no connection held, by whoever
 * found that the caller may have it, and that the document stands. Thread-safe.
 */
@Singleton
public class DocumentMarks {
    private final DocumentRepository repository;
    private final IssuedDocuments documents;
    private final DrawMark drawMark;
    private final CpuBound cpuBound;
    private final Transactions transactions;

    DocumentMarks(
            DocumentRepository repository,
            IssuedDocuments documents,
            DrawMark drawMark,
            CpuBound cpuBound,
            Transactions transactions) {
        this.repository = repository;
        this.documents = documents;
        this.drawMark = drawMark;
        this.cpuBound = cpuBound;
        this.transactions = transactions;
    }

    /**
     * The mark of a document.
     *
     * @param words what it calls the goods, in a few words
     * @throws DomainException {@link DocumentError#DOCUMENT_NOT_FOUND}
     */
    public HttpResponse<?> serve(HttpRequest<?> request, UUID id, Title words, MarkFormat format) {
        var row = transactions
                .read(() -> repository.find(id))
                .orElseThrow(() -> DomainException.of(DocumentError.DOCUMENT_NOT_FOUND));
        var mark = new Mark(words, row.number(), DocumentSheets.lastDay(row.validUntil()), documents.address(row));
        var drawn = cpuBound.run(() -> switch (format) {
            case PNG -> drawMark.png(mark);
            case SVG -> drawMark.svg(mark);
        });
        return DocumentAnswer.of(
                request,
                DocumentAnswer.sha256(drawn),
                format.type(),
                new FileName(words.zh() + "标识 " + row.number() + format.extension()),
                () -> drawn);
    }
}
