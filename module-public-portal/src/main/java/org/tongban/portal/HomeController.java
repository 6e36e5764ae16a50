package org.tongban.portal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.core.module.InstalledModules;
import org.tongban.core.notice.NoticeBoard;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Highlight;
import org.tongban.core.page.Page;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.web.Open;
import org.tongban.portal.Models.Ending;
import org.tongban.portal.Models.Figure;
import org.tongban.portal.Models.Figures;
import org.tongban.portal.Models.Home;
import org.tongban.portal.Models.SearchBox;
import org.tongban.portal.form.Entrances;

/** The home page: search, counts, notices, programmes (PO-1). */
@Hidden
@Controller(produces = MediaType.TEXT_HTML)
class HomeController {
    private static final String VIEW = "portal/home";
    private static final int FEW_NOTICES = 5;
    private static final int FEW_ENDING = 5;

    private final Pages pages;
    private final PublicCollections collections;
    private final NoticeBoard board;
    private final InstalledProgrammes programmes;
    private final Entrances entrances;

    HomeController(
            Pages pages,
            PublicCollections collections,
            NoticeBoard board,
            InstalledProgrammes programmes,
            Entrances entrances) {
        this.pages = pages;
        this.collections = collections;
        this.board = board;
        this.programmes = programmes;
        this.entrances = entrances;
    }

    @Open
    @Get("/")
    HttpResponse<String> home(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var box = new SearchBox(text(address, "search.label"), text(address, "search.hint"), "", suggest());
        var model = new Home(
                box,
                scopes(address),
                SearchController.language(address),
                collections.all().stream()
                        .map(collection -> figures(collection, address))
                        .filter(figures -> !figures.states().isEmpty())
                        .toList(),
                collections.all().stream()
                        .flatMap(collection -> ending(collection, address).stream())
                        .toList(),
                NoticesController.links(board.shown(address.language(), null, FEW_NOTICES), address),
                address.to("/notices"),
                entrances.all(address),
                entrances.follow(address),
                programmes.all(address).stream()
                        .filter(programme -> !programme.id().equals(InstalledModules.PLATFORM))
                        .toList());
        return pages.answer(
                request,
                address,
                Page.of(VIEW, text(address, "home.title"), List.of(), model)
                        .with(List.of(), List.of(SearchPage.SCRIPT)));
    }

    private String suggest() {
        return collections.all().stream().findFirst().map(PublicCollection::id).orElse("");
    }

    private Optional<Ending> ending(PublicCollection collection, PageAddress address) {
        var title = collection.ending();
        var records = collections.ending(collection, FEW_ENDING);
        return title == null || records.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ending(
                        title.in(address.language()),
                        records.stream()
                                .map(record -> SearchPage.card(address, collection, record, Highlight.NONE))
                                .toList(),
                        address.to(
                                "/search",
                                Map.of(
                                        "collection",
                                        collection.id(),
                                        "state",
                                        records.getFirst().state()))));
    }

    private List<Option> scopes(PageAddress address) {
        var all = collections.all();
        if (all.size() < 2) {
            return List.of();
        }
        var first = all.getFirst().id();
        return all.stream()
                .map(scope -> new Option(
                        scope.id(),
                        scope.title().in(address.language()),
                        scope.id().equals(first)))
                .toList();
    }

    private Figures figures(PublicCollection collection, PageAddress address) {
        var counts = collections.counts(collection);
        var states = collection.facet("state").map(PublicCollection.Facet::choices).orElse(List.of()).stream()
                .map(choice -> new Figure(
                        new StateTag(choice.value(), choice.title().in(address.language())),
                        counts.getOrDefault(choice.value(), 0L),
                        address.to("/search", Map.of("collection", collection.id(), "state", choice.value()))))
                .toList();
        return new Figures(
                collection.title().in(address.language()),
                states,
                collections.hasStatistics(collection) ? address.to(StatisticsController.path(collection)) : null);
    }

    private String text(PageAddress address, String key) {
        return pages.text(address, VIEW, key);
    }
}
