package org.tongban.core.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.PageErrors;

/** Error answers for people: what happened and what to do, in HTML (PO-1). Thread-safe. */
@Singleton
public class ErrorPages implements PageErrors {
    private static final String VIEW = "page/error";
    private static final String BAR = "tongban.page.bar";
    private static final String HOME = "tongban.page.home";
    /** A longer wait is told in minutes. */
    private static final long LONGEST_SECONDS = 120;

    private static final Set<String> MACHINES =
            Set.of("api", "openapi", "openapi.json", "oauth2", ".well-known", "health", "metrics");

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    /**
     * What the error page shows.
     *
     * @param trace by which a fault is found in the logs; empty where it is none
     * @param again where the same page is asked for once more; empty where that helps nobody
     */
    public record Shown(
            String title, String explanation, List<String> advice, String trace, String home, String again) {}

    @Override
    public boolean answers(HttpRequest<?> request) {
        var read = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        var isInterface = MACHINES.stream()
                .anyMatch(first -> request.getPath().equals("/" + first)
                        || request.getPath().startsWith("/" + first + "/"));
        var accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        // A browser names what it wants; a client that takes anything is better served with what it can read. Of an
        // address that cannot be decoded not even the path is known.
        return (read || isForm(request)) && !isInterface && accept != null && accept.contains("text/html");
    }

    private static boolean isForm(HttpRequest<?> request) {
        return request.getContentType()
                .filter(type -> type.getName().equals(MediaType.APPLICATION_FORM_URLENCODED)
                        || type.getName().equals(MediaType.MULTIPART_FORM_DATA))
                .isPresent();
    }

    /** The page for an address that leads nowhere. */
    public HttpResponse<String> notFound(HttpRequest<?> request) {
        return answer(request, HttpStatus.NOT_FOUND, "");
    }

    /** The page for a request that failed; {@code trace} helps staff to find it in the log. */
    public HttpResponse<String> answer(HttpRequest<?> request, HttpStatus status, String trace) {
        var address = PageAddress.of(request);
        return pages.answer(request, address, page(request, address, status, trace, null));
    }

    @Override
    public Drawn draw(HttpRequest<?> request, DomainException refusal, String traceId, @Nullable Duration wait) {
        var address = PageAddress.of(request);
        var status = HttpStatus.valueOf(refusal.code().kind().status());
        var again = Redraw.of(request);
        var page = again == null || status.getCode() >= 500
                ? framed(
                        request,
                        told(request, refusal, page(request, address, heading(request, refusal), traceId, wait)))
                : again.apply(refusal);
        return new Drawn(pages.html(address, page.failed(status)), address.language());
    }

    /** A form that is out of date lacks no permission. */
    private static HttpStatus heading(HttpRequest<?> request, DomainException refusal) {
        var status = HttpStatus.valueOf(refusal.code().kind().status());
        return status == HttpStatus.FORBIDDEN && isForm(request) && refusal.code() != CoreError.FORBIDDEN
                ? HttpStatus.BAD_REQUEST
                : status;
    }

    /** From now on what goes wrong with the request is told under this header and leads to this home, not the portal's. */
    public static void under(HttpRequest<?> request, String home, Supplier<Page.Bar> bar) {
        request.setAttribute(HOME, home);
        request.setAttribute(BAR, bar);
    }

    @SuppressWarnings("unchecked") // set above alone
    private static Page framed(HttpRequest<?> request, Page page) {
        return request.getAttribute(BAR, Supplier.class)
                .map(bar -> page.under(((Supplier<Page.Bar>) bar).get()))
                .orElse(page);
    }

    /** Who sent a form is told by the words of the refusal why nothing came of it. */
    private static Page told(HttpRequest<?> request, DomainException refusal, Page page) {
        if (!isForm(request) || !(page.model() instanceof Shown shown)) {
            return page;
        }
        var language = PageAddress.of(request).language();
        var why = refusal.code().title().in(language);
        return page.showing(new Shown(shown.title(), why, shown.advice(), shown.trace(), shown.home(), shown.again()));
    }

    private Page page(
            HttpRequest<?> request, PageAddress address, HttpStatus status, String trace, @Nullable Duration wait) {
        var home = request.getAttribute(HOME, String.class).orElse("/");
        var kind = kind(status);
        var title = text(address, kind + ".title");
        var crumbs = List.of(new Crumb(text(address, "home"), address.to(home)), new Crumb(title, null));
        var passing = isPassing(status);
        var advice = List.of(
                wait == null ? text(address, kind + ".advice.1") : waiting(address, wait),
                // What was filled in is lost by any other way back.
                text(address, passing && isForm(request) ? "error.resend" : kind + ".advice.2"));
        var again = passing && !isForm(request) ? address.to(address.path(), address.query()) : "";
        var shown = new Shown(title, text(address, kind + ".text"), advice, trace, home, again);
        return Page.of(VIEW, title, crumbs, shown).failed(status);
    }

    /** Whether the same request may well be answered later. */
    private static boolean isPassing(HttpStatus status) {
        return status == HttpStatus.TOO_MANY_REQUESTS || status.getCode() >= 500;
    }

    private String waiting(PageAddress address, Duration wait) {
        var seconds = wait.toSeconds();
        return seconds <= LONGEST_SECONDS
                ? text(address, "error.wait.seconds", seconds)
                : text(address, "error.wait.minutes", (seconds + 59) / 60);
    }

    private static String kind(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "error.not-found";
        }
        if (status == HttpStatus.FORBIDDEN) {
            return "error.forbidden";
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            return "error.many";
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            return "error.busy";
        }
        return status.getCode() < 500 ? "error.request" : "error.server";
    }

    private String text(PageAddress address, String key, Object... values) {
        return pages.text(address, VIEW, key, values);
    }
}
