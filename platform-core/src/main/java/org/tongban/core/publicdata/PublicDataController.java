package org.tongban.core.publicdata;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.module.Language;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;

/** What the public may read, for machines (PF-70, CO-11). */
@Tag(name = "public")
@Controller("/api/platform/v1/public")
class PublicDataController {
    static final String CACHED = "public, max-age=60";

    private final PublicCollections collections;

    PublicDataController(PublicCollections collections) {
        this.collections = collections;
    }

    /**
     * Searches a public collection.
     *
     * @param request carries q, cursor, limit, count and the collection's own filters
     */
    @Open
    @Read
    @AnyParameters
    @Get("/{collection}")
    @Operation(operationId = "searchPublic", summary = "Search a public collection")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class),
            description = "What to find, at most 100 characters")
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class),
            description = "nextCursor or prevCursor of a page before")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100"),
            description = "1 to 100, 20 where absent")
    @Parameter(
            name = "count",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Boolean.class),
            description = "true adds total, or totalAtLeast beyond 10,000")
    PublicViews.Hits searchPublic(
            @Parameter(hidden = true) HttpRequest<?> request,
            String collection,
            @Parameter(hidden = true) Language language) {
        var parameters = new LinkedHashMap<String, List<String>>();
        request.getParameters().forEach(entry -> parameters.put(entry.getKey(), entry.getValue()));
        var declared = find(collection);
        var page = collections.search(declared, collections.query(declared, parameters));
        return PublicViews.Hits.of(page, language);
    }

    /** Says how names begin that are like what is being typed; kept for a minute. */
    @Open
    @Read
    @Get("/{collection}/suggestions")
    @Operation(operationId = "suggestPublic", summary = "Suggest names while they are typed")
    HttpResponse<PublicViews.Suggestions> suggestPublic(
            String collection,
            @Parameter(description = "What is typed so far, in characters or pinyin, at most 100 characters")
                    @QueryValue(defaultValue = "")
                    String q,
            @Parameter(hidden = true) Language language) {
        var declared = find(collection);
        var begun = collections.query(declared, Map.of("q", List.of(q))).text();
        return HttpResponse.ok(PublicViews.Suggestions.of(collections.suggestions(declared, begun), language))
                .header(HttpHeaders.CACHE_CONTROL, CACHED);
    }

    /** Reads a record of a public collection. */
    @Open
    @Read
    @Get("/{collection}/{id}")
    @Operation(operationId = "publicRecord", summary = "Read a record of a public collection")
    PublicViews.Detail publicRecord(String collection, UUID id, @Parameter(hidden = true) Language language) {
        return collections
                .record(find(collection), id)
                .map(found -> PublicViews.Detail.of(found, language))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** The collection's tables of counts. */
    @Open
    @Read
    @Get("/{collection}/statistics")
    @Operation(operationId = "publicStatistics", summary = "Read the statistics of a public collection")
    HttpResponse<StatisticsView> publicStatistics(String collection, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(StatisticsView.of(statistics(collection), language))
                .header(HttpHeaders.CACHE_CONTROL, CACHED);
    }

    /** The same as a file: a line for each count, which is empty where it is hidden. */
    @Open
    @Read
    @Get(value = "/{collection}/statistics.csv", produces = MediaType.ALL)
    @Operation(
            operationId = "downloadPublicStatistics",
            summary = "Download the statistics of a public collection (CSV)")
    HttpResponse<?> downloadPublicStatistics(
            HttpRequest<?> request, String collection, @Parameter(hidden = true) Language language) {
        return StatisticsFile.answer(
                request, StatisticsView.of(statistics(collection), language), language, collection + "-statistics.csv");
    }

    private List<PublicStatistic> statistics(String collection) {
        var found = collections.statistics(find(collection));
        if (found.isEmpty()) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return found;
    }

    private PublicCollection find(String id) {
        return collections.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
