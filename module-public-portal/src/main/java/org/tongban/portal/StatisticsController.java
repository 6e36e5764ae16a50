package org.tongban.portal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tongban.core.module.Language;
import org.tongban.core.page.Component.Table;
import org.tongban.core.page.ErrorPages;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.publicdata.PublicStatistic;
import org.tongban.core.web.Open;
import org.tongban.portal.Models.Statistic;
import org.tongban.portal.Models.Statistics;

/** The statistics of a public collection as tables (PF-72, PO-4). */
@Hidden
@Controller(value = "/statistics", produces = MediaType.TEXT_HTML)
class StatisticsController {
    private static final String VIEW = "portal/statistics";

    private final Pages pages;
    private final ErrorPages errors;
    private final PublicCollections collections;

    StatisticsController(Pages pages, ErrorPages errors, PublicCollections collections) {
        this.pages = pages;
        this.errors = errors;
        this.collections = collections;
    }

    static String path(PublicCollection collection) {
        return "/statistics/" + collection.id();
    }

    @Open
    @Get("/{collection}")
    HttpResponse<String> statistics(HttpRequest<?> request, String collection) {
        return collections
                .find(collection)
                .filter(collections::hasStatistics)
                .map(found -> page(request, found))
                .orElseGet(() -> errors.notFound(request));
    }

    private HttpResponse<String> page(HttpRequest<?> request, PublicCollection collection) {
        var address = PageAddress.of(request);
        var tables = new ArrayList<Statistic>();
        for (var statistic : collections.statistics(collection)) {
            tables.add(table("t" + (tables.size() + 1), statistic, address));
        }
        var title =
                pages.text(address, VIEW, "statistics.title", collection.title().in(address.language()));
        var model = new Statistics(title, tables, "/api/platform/v1/public/" + collection.id() + "/statistics.csv");
        var crumbs = List.of(new Crumb(pages.text(address, VIEW, "home"), address.to("/")), new Crumb(title, null));
        return pages.answer(request, address, Page.of(VIEW, title, crumbs, model));
    }

    private Statistic table(String anchor, PublicStatistic statistic, PageAddress address) {
        var language = address.language();
        var title = statistic.title().in(language);
        var columns = Stream.concat(
                        Stream.of(pages.text(address, VIEW, "statistics.of")),
                        statistic.columns().stream()
                                .map(column -> column.title().in(language)))
                .toList();
        var hidden = pages.text(address, VIEW, "statistics.hidden");
        var rows = statistic.rows().stream()
                .map(row -> cells(row, language, hidden))
                .toList();
        return new Statistic(anchor, title, statistic.definition().in(language), new Table(title, columns, rows, true));
    }

    private static List<String> cells(PublicStatistic.Row row, Language language, String hidden) {
        return Stream.concat(
                        Stream.of(row.heading().title().in(language)),
                        row.counts().stream()
                                .map(count -> count.value() == null
                                        ? hidden
                                        : String.format(Locale.ROOT, "%,d", count.value())))
                .toList();
    }
}
