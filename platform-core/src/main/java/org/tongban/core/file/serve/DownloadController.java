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
import java.util.UUID;
import org.tongban.core.file.FileView;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Discloses;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** Downloads (CO-36). */
@Controller("/api/platform/v1")
class DownloadController {
    private final ReadableFiles files;
    private final PublishedFiles published;
    private final LinkFile linkFile;
    private final ServeFile serveFile;

    DownloadController(ReadableFiles files, PublishedFiles published, LinkFile linkFile, ServeFile serveFile) {
        this.files = files;
        this.published = published;
        this.linkFile = linkFile;
        this.serveFile = serveFile;
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
    @Discloses(ServeFile.READ_IDENTITY)
    @Refuses({"file-not-found", "file-access-withdrawn", "file-not-clean", "store-unavailable", "range-not-satisfiable"
    })
    HttpResponse<?> fileContent(Caller caller, UUID id, HttpRequest<?> request) {
        return serveFile.serve(request, caller, id);
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
    @Refuses({"file-not-found", "store-unavailable", "range-not-satisfiable"})
    HttpResponse<?> publicFileContent(UUID id, HttpRequest<?> request) {
        return published.serve(request, id);
    }
}
