package org.tongban.portal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component;
import org.tongban.core.page.ErrorPages;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Open;

/** The search page; every choice is in its address (PF-70, PO-1). */
@Hidden
@Controller(produces = MediaType.TEXT_HTML)
class SearchController {
    private final Pages pages;
    private final ErrorPages errors;
    private final PublicCollections collections;

    SearchController(Pages pages, ErrorPages errors, PublicCollections collections) {
        this.pages = pages;
        this.errors = errors;
        this.collections = collections;
    }

    @Open
    @Get("/search")
    HttpResponse<String> search(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var collection = chosen(address);
        if (collection == null) {
            return errors.notFound(request);
        }
        var view = new SearchPage(pages, address, collections, collection);
        var crumbs = List.of(new Crumb(view.text("home"), address.to("/")), new Crumb(view.text("search.title"), null));
        try {
            var query = collections.query(collection, view.parameters());
            var model = view.model(query, collections.search(collection, query));
            return pages.answer(request, address, page(view, crumbs, model));
        } catch (DomainException refusal) {
            if (refusal.code().kind() != ErrorKind.BAD_REQUEST) {
                throw refusal;
            }
            var page = page(view, crumbs, view.refused(refusal.violations()));
            return pages.answer(request, address, page.failed(HttpStatus.BAD_REQUEST));
        }
    }

    private static Page page(SearchPage view, List<Crumb> crumbs, Models.Search model) {
        return Page.of(SearchPage.VIEW, view.title(), crumbs, model).with(List.of(), List.of(SearchPage.SCRIPT));
    }

    private @Nullable PublicCollection chosen(PageAddress address) {
        var id = address.value("collection");
        if (id.isEmpty()) {
            return collections.all().stream().findFirst().orElse(null);
        }
        return collections.find(id).orElse(null);
    }

    /** The parameter that keeps the language when a form is sent. */
    static List<Component.Hidden> language(PageAddress address) {
        return address.lang().isEmpty() ? List.of() : List.of(new Component.Hidden("lang", address.lang()));
    }
}
