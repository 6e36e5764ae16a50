package org.tongban.core.file.sweep;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.FileRepository;
import org.tongban.core.file.FileState;
import org.tongban.core.file.StoredFile;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;

/** Shows operators the files that did not pass their scan, or wait for it (CO-83c). */
@Controller("/api/platform/v1/files")
class QuarantineController {
    private final FileRepository files;

    QuarantineController(FileRepository files) {
        this.files = files;
    }

    /**
     * Lists the files that wait for their scan, or did not pass, newest first.
     *
     * @param state where they stand; without it those that wait
     */
    @Get("/quarantined")
    @Read
    @Permitted(CoreModule.OPERATE)
    PageOf<WithheldFileView> listQuarantinedFiles(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"quarantined", "infected", "rejected"})
                    String state,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        var wanted = state == null ? FileState.QUARANTINED : FileState.valueOf(state.toUpperCase(Locale.ROOT));
        var edge = Keyset.before(cursor);
        // Files belong to no region: officers of one do not see them (CO-28).
        var rows = caller.reaches(null) ? files.withheld(wanted, edge, limit + 1) : List.<StoredFile>of();
        return Keyset.page(rows, limit, StoredFile::id, file -> WithheldFileView.of(file, language));
    }

    /** Lists the uploads that have no outcome yet, newest first; they are deleted after an hour. */
    @Get("/unfinished")
    @Read
    @Permitted(CoreModule.OPERATE)
    PageOf<UnfinishedUpload> listUnfinishedUploads(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var edge = Keyset.before(cursor);
        var rows = caller.reaches(null) ? files.unfinished(edge, limit + 1) : List.<StoredFile>of();
        return Keyset.page(rows, limit, StoredFile::id, UnfinishedUpload::of);
    }
}
