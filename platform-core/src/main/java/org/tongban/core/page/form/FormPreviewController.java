package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongban.core.form.Forms;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.page.ErrorPages;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.web.Open;

/** Shows every registered form as the portals show it: empty, filled in, refused, and to be read (CO-30). */
@Hidden
@Controller(value = FormPreviewController.PATH, produces = MediaType.TEXT_HTML)
class FormPreviewController {
    static final String PATH = "/docs/forms";

    private static final String LIST = "page/docs-forms";
    private static final String FORM = "page/docs-form";

    private final Pages pages;
    private final Forms forms;
    private final FormPages views;
    private final ErrorPages errors;

    FormPreviewController(Pages pages, Forms forms, FormPages views, ErrorPages errors) {
        this.pages = pages;
        this.forms = forms;
        this.views = views;
        this.errors = errors;
    }

    /** A form in the list. */
    public record Entry(String id, String title, String href) {}

    /** A way to look at a form. */
    public record Tab(String title, String href, boolean current) {}

    @Open
    @Get
    HttpResponse<String> formList(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var title = pages.text(address, LIST, "docs.forms.title");
        var entries = forms.all().stream()
                .map(form -> new Entry(
                        form.definition().id(),
                        form.definition().title().in(address.language()),
                        address.to(path(form))))
                .toList();
        var crumbs = List.of(home(address), docs(address), new Crumb(title, null));
        return pages.answer(request, address, Page.of(LIST, title, crumbs, Map.of("forms", entries)));
    }

    @Open
    @Get("/{module}/{form}/{version}")
    HttpResponse<String> formPreview(HttpRequest<?> request, String module, String form, String version) {
        var found = forms.find(module + "/" + form + "@" + version);
        return found.isPresent() ? shown(request, found.get()) : errors.notFound(request);
    }

    private HttpResponse<String> shown(HttpRequest<?> request, RegisteredForm form) {
        var address = PageAddress.of(request);
        var language = address.language();
        var look = Look.of(address.value("look"));
        var view = switch (look) {
            case EMPTY -> views.edited(form, nothing(), List.of(), language);
            case FILLED -> views.edited(form, form.example(), List.of(), language);
            case REFUSED -> views.edited(form, nothing(), form.submit().check(nothing()), language);
            case READ -> views.read(form, form.example(), language);
        };
        var tabs = new ArrayList<Tab>();
        for (var each : Look.values()) {
            var href = address.to(path(form), Map.of("look", each.code()));
            tabs.add(new Tab(pages.text(address, FORM, "form.look." + each.code()), href, each == look));
        }
        var model = Map.of(
                "view",
                view,
                "tabs",
                tabs,
                "isRead",
                look == Look.READ,
                "id",
                form.definition().id());
        var list = new Crumb(pages.text(address, LIST, "docs.forms.title"), address.to(PATH));
        var crumbs = List.of(home(address), docs(address), list, new Crumb(view.title(), null));
        return pages.answer(
                request, address, Page.of(FORM, view.title(), crumbs, model).with(List.of(), List.of("fields.js")));
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String path(RegisteredForm form) {
        return PATH + "/" + form.module() + "/" + form.name() + "/" + form.version();
    }

    private Crumb docs(PageAddress address) {
        return new Crumb(pages.text(address, LIST, "docs.title"), address.to("/docs"));
    }

    private Crumb home(PageAddress address) {
        return new Crumb(pages.text(address, LIST, "home"), address.to("/"));
    }

    private enum Look {
        EMPTY,
        FILLED,
        REFUSED,
        READ;

        static Look of(String code) {
            for (var look : values()) {
                if (look.code().equals(code)) {
                    return look;
                }
            }
            return EMPTY;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
