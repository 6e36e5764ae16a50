package org.tongban.core.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Forms;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.state.StateMachine;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.Open;

/** The documentation that the platform serves itself: overview, API browser, error codes, states (CO-8, CO-10, CO-13). */
@Hidden
@Controller(value = "/docs", produces = MediaType.TEXT_HTML)
class DocsController {
    private static final String INDEX = "page/docs";
    private static final String API = "page/docs-api";
    private static final String ERRORS = "page/docs-errors";
    private static final String STATES = "page/docs-states";

    private final Pages pages;
    private final ModuleRegistry modules;

    DocsController(Pages pages, ModuleRegistry modules) {
        this.pages = pages;
        this.modules = modules;
    }

    /** A code as its page shows it, with the sentence in the reader's language and in the other; no status where it has none. */
    public record Shown(String code, @Nullable Integer status, String text, String otherLang, String otherText) {}

    @Open
    @Get
    HttpResponse<String> index(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var title = pages.text(address, INDEX, "docs.title");
        var crumbs = List.of(home(address), new Crumb(title, null));
        return pages.answer(request, address, Page.of(INDEX, title, crumbs, Map.of()));
    }

    @Open
    @Get("/api")
    HttpResponse<String> api(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var title = pages.text(address, API, "docs.api.title");
        var page = Page.of(API, title, under(address, title), Map.of())
                .with(List.of("swagger-ui.css", "api-docs.css"), List.of("swagger-ui-bundle.js", "api-docs.js"));
        return pages.answer(request, address, page);
    }

    @Open
    @Get("/errors")
    HttpResponse<String> errors(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var title = pages.text(address, ERRORS, "docs.errors.title");
        var shown = codes().stream()
                .map(code -> shown(code.code(), code.kind().status(), code.title(), address))
                .toList();
        var violations = Forms.violationCodes().entrySet().stream()
                .map(entry -> shown(entry.getKey(), null, entry.getValue(), address))
                .toList();
        var model = Map.<String, Object>of("errors", shown, "violations", violations);
        return pages.answer(request, address, Page.of(ERRORS, title, under(address, title), model));
    }

    /** The states of each kind of record, drawn, with its moves (CO-8, ID-42). */
    @Open
    @Get("/states")
    HttpResponse<String> states(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var title = pages.text(address, STATES, "docs.states.title");
        var columns = Stream.of("move", "by", "from", "to")
                .map(column -> pages.text(address, STATES, "docs.states." + column))
                .toList();
        var machines = modules.<StateMachine>all(PlatformModule::stateMachines).stream()
                .map(machine -> StateDiagram.of(machine, address.language()))
                .map(drawn -> Map.of("drawn", drawn, "table", drawn.table(columns)))
                .toList();
        return pages.answer(
                request, address, Page.of(STATES, title, under(address, title), Map.of("machines", machines)));
    }

    private Collection<ErrorCode> codes() {
        var codes = new TreeMap<String, ErrorCode>();
        modules.<ErrorCode>all(PlatformModule::errors).forEach(code -> codes.put(code.code(), code));
        return codes.values();
    }

    private static Shown shown(String code, @Nullable Integer status, Title title, PageAddress address) {
        var other = address.otherLanguage();
        return new Shown(code, status, title.in(address.language()), other.tag(), title.in(other));
    }

    private List<Crumb> under(PageAddress address, String title) {
        return List.of(
                home(address),
                new Crumb(pages.text(address, INDEX, "docs.title"), address.to("/docs")),
                new Crumb(title, null));
    }

    private Crumb home(PageAddress address) {
        return new Crumb(pages.text(address, INDEX, "home"), address.to("/"));
    }
}
