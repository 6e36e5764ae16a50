package org.tongban.core.publicdata;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongban.core.csv.CsvFile;
import org.tongban.core.module.Language;
import org.tongban.core.web.EntityTags;

/** Statistics as a file, a line for each count (PF-72). */
final class StatisticsFile {
    private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8");
    private static final List<String> HEADER =
            List.of("statistic", "code", "title", "column", "columnTitle", "count", "hidden");

    private StatisticsFile() {}

    /** The file, or that the caller has it. */
    static HttpResponse<?> answer(HttpRequest<?> request, StatisticsView view, Language language, String name) {
        var etag = EntityTags.of(view.version(), language);
        if (EntityTags.names(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), etag)) {
            return HttpResponse.notModified()
                    .header(HttpHeaders.ETAG, etag)
                    .header(HttpHeaders.CACHE_CONTROL, PublicDataController.CACHED);
        }
        var lines = view.statistics().stream().flatMap(StatisticsFile::lines).toList();
        var content = CsvFile.<List<?>>of(HEADER, (last, most) -> last == null ? lines : List.of(), cells -> cells);
        // A stream, and no file of the framework's, which says of all that they changed at this moment.
        return HttpResponse.ok(content)
                .contentType(CSV)
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, PublicDataController.CACHED)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    private static Stream<List<?>> lines(StatisticsView.Table table) {
        return table.rows().stream()
                .flatMap(row -> row.counts().stream()
                        .map(cell -> List.of(
                                table.code(),
                                row.code(),
                                row.title(),
                                cell.column(),
                                cell.title(),
                                Objects.requireNonNullElse((Object) cell.count(), ""),
                                cell.hidden())));
    }
}
