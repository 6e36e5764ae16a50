package org.tongban.core.file.serve;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.file.FileSlots;
import org.tongban.core.file.FileView;
import org.tongban.core.module.Language;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Discloses;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;

/** Downloads (CO-36). */
@Controller("/api/platform/v1")
class DownloadController {
    private static final String FOR_THE_READER = "private, no-cache";
    private static final String READ_IDENTITY = "platform.file.read-identity";

    private final ReadableFiles files;
    private final FileContent contents;
    private final PublishedFiles published;
    private final LinkFile linkFile;
    private final FileSlots slots;
    private final AuditTrail audit;
    private final Transactions transactions;

    DownloadController(
            ReadableFiles files,
            FileContent contents,
            PublishedFiles published,
            LinkFile linkFile,
            FileSlots slots,
            AuditTrail audit,
            Transactions transactions) {
        this.files = files;
        this.contents = contents;
        this.published = published;
        this.linkFile = linkFile;
        this.slots = slots;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What is known of a file. */
    @Get("/files/{id}")
    @SignedIn
    @Read
    @Refuses({"file-not-found", "file-access-withdrawn"})
    FileView describeFile(Caller caller, UUID id, @Parameter(hidden = true) Language language) {
        return FileView.of(files.readable(id, caller), language);
    }

    /** A file's bytes, for who may read it now. */
    @Get(value = "/files/{id}/content", produces = MediaType.ALL)
    @SignedIn
    @Discloses(READ_IDENTITY)
    @Refuses({"file-not-found", "file-access-withdrawn", "file-not-clean", "store-unavailable"})
    HttpResponse<?> fileContent(Caller caller, UUID id, HttpRequest<?> request) {
        var file = transactions.read(() -> files.usable(id, caller));
        if (slots.slot(file.slot()).personal()) {
            transactions.write(() -> {
                audit.recordReading(READ_IDENTITY, "platform/file", id, Map.of("slot", file.slot()));
                return id;
            });
        }
        return contents.serve(request, file, FOR_THE_READER);
    }

    /** Gives an address at the store itself, for who may read the file now; good for five minutes. */
    @Status(HttpStatus.CREATED)
    @Post("/files/{id}/url")
    @SignedIn
    @Write(action = "platform.file.link", idempotent = false)
    @Refuses({"file-not-found", "file-access-withdrawn", "file-not-clean", "file-streamed-only"})
    HttpResponse<FileLink> linkFile(Caller caller, UUID id) {
        return HttpResponse.<FileLink>status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(linkFile.link(files.usable(id, caller)));
    }

    /** A file's bytes, where its record makes it public. */
    @Get(value = "/public/files/{id}", produces = MediaType.ALL)
    @Open
    @Refuses({"file-not-found", "store-unavailable"})
    HttpResponse<?> publicFileContent(UUID id, HttpRequest<?> request) {
        return published.serve(request, id);
    }
}
