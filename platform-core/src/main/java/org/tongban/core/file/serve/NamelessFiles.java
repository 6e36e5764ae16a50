package org.tongban.core.file.serve;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.tongban.core.file.FileError;
import org.tongban.core.file.FileName;
import org.tongban.core.file.FileRepository;
import org.tongban.core.file.RecordRef;
import org.tongban.core.file.StoredFile;
import org.tongban.core.file.internal.nameless.Nameless;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.task.CpuBound;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/**
 * Serves JPEG, PNG and PDF of a record to somebody who must not learn whose they are: under a name that says nothing, and
 * without what they say of who made them, where and when. The module says who may have them. To be called with no
 * transaction open; the file is held in memory. Thread-safe.
 */
@Singleton
public class NamelessFiles {
    private final FileRepository files;
    private final ObjectStore store;
    private final CpuBound cpuBound;
    private final Transactions transactions;

    NamelessFiles(FileRepository files, ObjectStore store, CpuBound cpuBound, Transactions transactions) {
        this.files = files;
        this.store = store;
        this.cpuBound = cpuBound;
        this.transactions = transactions;
    }

    /**
     * The file's bytes.
     *
     * @param name without an ending, which follows from the type
     * @throws DomainException {@link FileError#FILE_NOT_FOUND} where the record does not hold it,
     *     {@link FileError#FILE_DAMAGED} where it cannot be cleaned
     */
    public HttpResponse<byte[]> serve(UUID id, RecordRef record, String name) {
        var file = transactions
                .read(() -> files.find(id))
                .filter(StoredFile::isUsable)
                .filter(found -> found.isHeldBy(record))
                .orElseThrow(() -> DomainException.of(FileError.FILE_NOT_FOUND));
        var type = Objects.requireNonNull(file.type());
        byte[] bytes = read(file);
        byte[] cleaned = cpuBound.run(() -> Nameless.of(bytes, type));
        return HttpResponse.ok(cleaned)
                .header(HttpHeaders.CONTENT_TYPE, type.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        new FileName(name + "." + type.extensions().getFirst()).disposition(false));
    }

    private byte[] read(StoredFile file) {
        try (var content = store.open(file.storageKey(), 0)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
