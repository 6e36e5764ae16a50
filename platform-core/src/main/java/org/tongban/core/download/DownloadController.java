package org.tongban.core.download;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.download.DownloadRepository.VersionRow;
import org.tongban.core.download.DownloadViews.NewVersion;
import org.tongban.core.download.DownloadViews.Summaries;
import org.tongban.core.download.DownloadViews.Summary;
import org.tongban.core.download.DownloadViews.Version;
import org.tongban.core.file.serve.PublishedFiles;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.Open;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;

/** Downloads as everybody gets them and staff publish them (CO-34). */
@Controller(DownloadController.PATH)
class DownloadController {
    static final String PATH = "/api/platform/v1/downloads";

    private final Downloads downloads;
    private final DownloadRepository repository;
    private final PublishDownload publishDownload;
    private final PublishedFiles files;
    private final Transactions transactions;
    private final AuditTrail audit;

    DownloadController(
            Downloads downloads,
            DownloadRepository repository,
            PublishDownload publishDownload,
            PublishedFiles files,
            Transactions transactions,
            AuditTrail audit) {
        this.downloads = downloads;
        this.repository = repository;
        this.publishDownload = publishDownload;
        this.files = files;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * The downloads of all modules, each with the version in use.
     *
     * @param module those of one module
     */
    @Open
    @Read
    @Get
    Summaries listDownloads(
            @Nullable @QueryValue @Schema(maxLength = 100, example = "product-filing") String module,
            @Parameter(hidden = true) Language language) {
        var current =
                repository.current().stream().collect(Collectors.toMap(VersionRow::download, Function.identity()));
        return new Summaries(downloads.of(Optional.ofNullable(module)).stream()
                .map(download -> Summary.of(download, current.get(download.id()), language))
                .toList());
    }

    /** A download and its version in use. */
    @Open
    @Read
    @Get("/{module}/{download}")
    @Refuses("not-found")
    Summary showDownload(
            @PathVariable String module, @PathVariable String download, @Parameter(hidden = true) Language language) {
        var declared = declared(module, download);
        return Summary.of(declared, repository.currentOf(declared.id()).orElse(null), language);
    }

    /** The bytes of the version in use. */
    @Open
    @Get(value = "/{module}/{download}/file", produces = MediaType.ALL)
    @Refuses({"not-found", "file-not-found", "store-unavailable", "range-not-satisfiable"})
    HttpResponse<?> downloadFile(@PathVariable String module, @PathVariable String download, HttpRequest<?> request) {
        var declared = declared(module, download);
        var current = transactions
                .read(() -> repository.currentOf(declared.id()))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        return files.serve(request, current.file());
    }

    /** The versions of a download, newest first, without those withdrawn. */
    @Open
    @Read
    @Get("/{module}/{download}/versions")
    @Refuses("not-found")
    PageOf<Version> listDownloadVersions(
            @PathVariable String module,
            @PathVariable String download,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var declared = declared(module, download);
        return Keyset.page(
                repository.below(declared.id(), Keyset.before(cursor), limit + 1), limit, VersionRow::id, Version::of);
    }

    /** Publishes a file as the next version of a download. */
    @Permitted(CoreModule.PUBLISH)
    @Write(action = "platform.download.publish")
    @Status(HttpStatus.CREATED)
    @Post("/{module}/{download}/versions")
    @Refuses({"download-refused", "file-taken", "not-found"})
    HttpResponse<Version> publishDownload(
            Caller caller, @PathVariable String module, @PathVariable String download, @Body @Checked NewVersion body) {
        var version = Version.of(publishDownload.publish(caller, declared(module, download), body.file()));
        return HttpResponse.created(version, URI.create(version.href()));
    }

    /** Takes a version of a download back; the one before it is in use again. */
    @Permitted(CoreModule.PUBLISH)
    @Write(action = "platform.download.withdraw", idempotent = false)
    @Status(HttpStatus.NO_CONTENT)
    @Delete("/{module}/{download}/versions/{version}")
    @Refuses("not-found")
    HttpResponse<Void> withdrawDownload(
            Caller caller,
            @PathVariable String module,
            @PathVariable String download,
            @PathVariable @Schema(minimum = "1") int version) {
        var row = publishDownload.withdraw(declared(module, download), version);
        audit.record(DownloadViews.RECORD, row.id(), Map.of("download", row.download(), "version", version));
        return HttpResponse.noContent();
    }

    private Download declared(String module, String download) {
        return downloads.find(module + "/" + download).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
