package org.tongban.core.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongban.core.account.Realms;
import org.tongban.core.console.ConsoleBar.Entry;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.web.Caller;
import org.tongban.core.web.internal.Exchange;

/** Makes the pages of the console, each for its one reader (CO-47b). Thread-safe. */
@Singleton
public class ConsolePages {
    /** Where the console begins. */
    public static final String HOME = "/console";

    /** Where the sections of the modules are. */
    public static final String SECTIONS = HOME + "/sections";

    private static final String WORDS = "console/bar";

    private final Pages pages;
    private final ConsoleForms forms;
    private final ModuleRegistry modules;
    private final ConsoleSections sections;

    ConsolePages(Pages pages, ConsoleForms forms, ModuleRegistry modules, ConsoleSections sections) {
        this.pages = pages;
        this.forms = forms;
        this.modules = modules;
        this.sections = sections;
    }

    /** What every view of the console gets: the token that its forms bring along, and its own content. */
    public record Screen(String token, Object content) {}

    /** A page below the part of the console that the last crumb but one leads to; the last crumb is the page itself. */
    public Page page(HttpRequest<?> request, String view, String title, List<Crumb> above, Object content) {
        var address = PageAddress.of(request);
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(text(address, "console.title"), address.to(HOME)));
        crumbs.addAll(above);
        crumbs.add(new Crumb(title, null));
        return Page.of("console/" + view, title, crumbs, new Screen(forms.token(request), content))
                .with(List.of(), List.of("console.js", "fields.js"))
                .under(bar(request));
    }

    /** The page as an answer to the request. */
    public HttpResponse<String> answer(HttpRequest<?> request, Page page) {
        return pages.answer(request, PageAddress.of(request), page);
    }

    /** A text of the console in the language of the address. */
    public String text(PageAddress address, String key, Object... values) {
        return pages.text(address, WORDS, key, values);
    }

    /** Leads on to another page of the console, to be read anew. */
    public static HttpResponse<?> seeOther(HttpRequest<?> request, String path, Map<String, String> parameters) {
        return HttpResponse.status(HttpStatus.SEE_OTHER)
                .headers(headers ->
                        headers.location(URI.create(PageAddress.of(request).to(path, parameters))));
    }

    /** The header of the console for whoever asks. */
    Page.Bar bar(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var caller = Exchange.caller(request);
        var other = address.otherLanguage();
        return new Page.Bar(
                WORDS,
                new ConsoleBar(
                        address.to(HOME),
                        caller == null || caller.may(Realms.PASSWORD_CHANGE) ? List.of() : entries(address, caller),
                        caller != null,
                        address.to(PasswordController.PATH),
                        address.to(SignInController.SIGN_OUT),
                        forms.token(request),
                        other.tag(),
                        request.getMethodName().equals("GET") ? address.in(other) : ""));
    }

    /** Whether the caller reviews anything. */
    boolean reviews(Caller caller) {
        return modules.reviewTypes().stream()
                .flatMap(type -> type.permissions().stream())
                .anyMatch(caller::may);
    }

    private List<Entry> entries(PageAddress address, Caller caller) {
        var entries = new ArrayList<Entry>();
        if (reviews(caller)) {
            entries.add(entry(address, "reviews"));
        }
        sections.of(caller)
                .forEach(section -> entries.add(entry(
                        address, SECTIONS + "/" + section.id(), section.title().in(address.language()))));
        entries.add(entry(address, "jobs"));
        if (caller.may(CoreModule.OPERATE)) {
            entries.add(entry(address, "messages"));
            entries.add(entry(address, "events"));
            entries.add(entry(address, "tasks"));
        }
        return List.copyOf(entries);
    }

    private Entry entry(PageAddress address, String part) {
        return entry(address, HOME + "/" + part, text(address, part + ".title"));
    }

    private static Entry entry(PageAddress address, String path, String title) {
        boolean current = address.path().equals(path) || address.path().startsWith(path + "/");
        return new Entry(title, address.to(path), current);
    }
}
