package org.tongban.core.document;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.document.pdf.PdfRenderer;
import org.tongban.core.file.FileError;
import org.tongban.core.file.FileName;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.task.CpuBound;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/**
 * Serves documents as PDF (CO-60): rendered when they are first asked for, kept with the hash, and the same bytes from then
 * on. To be called with no connection held, by whoever found that the caller may have the document. Thread-safe.
 */
@Singleton
public class DocumentFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentFiles.class);
    private static final MediaType PDF = new MediaType("application/pdf");

    private final DocumentRepository repository;
    private final DocumentSheets sheets;
    private final PdfRenderer renderer;
    private final CpuBound cpuBound;
    private final ObjectStore store;
    private final Transactions transactions;

    DocumentFiles(
            DocumentRepository repository,
            DocumentSheets sheets,
            PdfRenderer renderer,
            CpuBound cpuBound,
            ObjectStore store,
            Transactions transactions) {
        this.repository = repository;
        this.sheets = sheets;
        this.renderer = renderer;
        this.cpuBound = cpuBound;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * The document as PDF; of one that was revoked a copy that says so.
     *
     * @throws DomainException {@link DocumentError#DOCUMENT_NOT_FOUND}; {@link FileError#STORE_UNAVAILABLE} while the store
     *     is away; {@link DocumentError#DOCUMENT_DAMAGED} if the store has other bytes than were put there
     */
    public HttpResponse<?> serve(HttpRequest<?> request, UUID id) {
        var found = find(id);
        if (found.revokedAt() != null) {
            // A copy that says so; the one that is kept is served again where the revocation falls.
            var copy = render(found);
            return DocumentAnswer.of(request, DocumentAnswer.sha256(copy), PDF, name(found), () -> copy);
        }
        var served = found.fileKey() == null ? rendered(found) : new Served(found, null);
        var row = served.row();
        var sha256 = Objects.requireNonNull(row.fileSha256());
        return DocumentAnswer.of(
                request,
                sha256,
                PDF,
                name(row),
                () -> served.content() == null ? content(row, sha256) : served.content());
    }

    /** A document with its bytes, where they are at hand and need not be fetched from the store. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Served(DocumentRow row, byte @Nullable [] content) {}

    /** Of several that render at once one is kept, and all serve that one. */
    private Served rendered(DocumentRow row) {
        var pdf = render(row);
        var sha256 = DocumentAnswer.sha256(pdf);
        // What is the same lies in the same place: a rendering that was stored and not recorded leaves nothing behind.
        var key = "document/" + row.id() + "/" + sha256;
        try {
            store.put(key, new ByteArrayInputStream(pdf), pdf.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transactions.write(() -> repository.keepFile(row.id(), key, sha256, row.facts()));
        var kept = find(row.id());
        if (key.equals(kept.fileKey())) {
            return new Served(kept, pdf);
        }
        store.delete(key);
        // Without one, what it lists was forgotten in between.
        return kept.fileKey() == null ? rendered(kept) : new Served(kept, null);
    }

    /**
     * Has a document list nothing any more, for good (CO-59): of what stands on it there stays what has a name, as its
     * number, dates and holder do. In the transaction under way; what was rendered is gone from the store before it ends,
     * so that a failure leaves something to be done again and nothing behind.
     */
    public void forgetList(UUID id) {
        var key = repository.lock(id).map(DocumentRow::fileKey).orElse(null);
        repository.forgetUnnamed(id);
        if (key != null) {
            store.delete(key);
        }
    }

    private byte[] render(DocumentRow row) {
        return cpuBound.run(() -> renderer.render(row.template(), sheets.of(row), sheets.address(row), row.issuedAt()));
    }

    private static FileName name(DocumentRow row) {
        return new FileName(row.titleZh() + " " + row.number() + ".pdf");
    }

    private byte[] content(DocumentRow row, String sha256) {
        try (var stream = store.open(Objects.requireNonNull(row.fileKey()), 0)) {
            var content = stream.readAllBytes();
            if (DocumentAnswer.sha256(content).equals(sha256)) {
                return content;
            }
            LOG.error("The store has other bytes than document {} was rendered to", row.id());
        } catch (IOException e) {
            LOG.warn("The object store broke off document {}", row.id(), e);
            throw DomainException.of(FileError.STORE_UNAVAILABLE);
        } catch (DomainException refused) {
            if (refused.code() != FileError.FILE_NOT_FOUND) {
                throw refused;
            }
            LOG.error("The store has lost document {}", row.id());
        }
        throw DomainException.of(DocumentError.DOCUMENT_DAMAGED);
    }

    private DocumentRow find(UUID id) {
        return transactions
                .read(() -> repository.find(id))
                .orElseThrow(() -> DomainException.of(DocumentError.DOCUMENT_NOT_FOUND));
    }
}
