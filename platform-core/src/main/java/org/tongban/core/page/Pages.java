package org.tongban.core.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.web.EntityTags;
import org.tongban.core.web.internal.AnswerHeaders;

/** Answers a request with a {@link Page} inside the layout, or with 304 where the browser has it (PO-5). Thread-safe. */
@Singleton
public class Pages {
    private static final MediaType HTML = new MediaType("text/html; charset=utf-8");
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Views views;
    private final PageMeta metas;
    private final String version;
    private final boolean portal;

    Pages(Views views, PageMeta metas, ModuleRegistry modules) {
        this.views = views;
        this.metas = metas;
        this.portal =
                modules.modules().stream().anyMatch(one -> one.descriptor().pages());
        this.version = modules.modules().getFirst().descriptor().version();
    }

    /** What the layout shows around a page; {@code portal} tells whether there are pages for the public to lead to. */
    record Frame(
            String lang,
            String title,
            List<Page.Crumb> crumbs,
            String body,
            String otherLang,
            String otherHref,
            String homeHref,
            boolean search,
            String langParameter,
            List<String> styles,
            List<String> scripts,
            String version,
            String bar,
            PageMeta.Meta meta,
            boolean portal) {}

    /** The page as an answer to the request. */
    public HttpResponse<String> answer(HttpRequest<?> request, PageAddress address, Page page) {
        var html = html(address, page);
        var etag = "\"" + Assets.hash(html.getBytes(StandardCharsets.UTF_8)) + "\"";
        var headers = new LinkedHashMap<String, String>();
        // Also on 304: what a browser keeps takes the policy of the last answer.
        headers.put(AnswerHeaders.POLICY, AnswerHeaders.PAGE_POLICY);
        headers.put(HttpHeaders.CONTENT_LANGUAGE, address.language().tag());
        headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.put(
                HttpHeaders.CACHE_CONTROL,
                page.maxAge().isZero()
                        ? "no-store"
                        : "public, max-age=" + page.maxAge().toSeconds());
        if (!page.status().equals(HttpStatus.OK)) {
            return with(HttpResponse.<String>status(page.status()).body(html).contentType(HTML), headers);
        }
        headers.put(HttpHeaders.ETAG, etag);
        var changed = page.changedAt();
        if (changed != null) {
            headers.put(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(changed.atOffset(ZoneOffset.UTC)));
        }
        return current(request, etag, changed)
                ? with(HttpResponse.notModified(), headers)
                : with(HttpResponse.ok(html).contentType(HTML), headers);
    }

    /** Something else that anyone may keep for so long, or 304 where the client has it. */
    public HttpResponse<String> kept(HttpRequest<?> request, MediaType type, Duration maxAge, String content) {
        var etag = "\"" + Assets.hash(content.getBytes(StandardCharsets.UTF_8)) + "\"";
        var headers =
                Map.of(HttpHeaders.ETAG, etag, HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds());
        return current(request, etag, null)
                ? with(HttpResponse.notModified(), headers)
                : with(HttpResponse.ok(content).contentType(type), headers);
    }

    /** The page inside the layout. */
    public String html(PageAddress address, Page page) {
        var body = views.render(page.view(), page.model(), address);
        var other = address.otherLanguage();
        var bar = page.bar() == null
                ? ""
                : views.render(page.bar().view(), page.bar().model(), address);
        return views.render(
                "page/layout",
                new Frame(
                        address.language().tag(),
                        page.title(),
                        page.crumbs(),
                        body,
                        other.tag(),
                        page.posted() ? "" : address.in(other),
                        address.to("/"),
                        !page.crumbs().isEmpty() && !address.path().equals("/search"),
                        address.lang(),
                        page.styles(),
                        page.scripts(),
                        version,
                        bar,
                        metas.of(address, page),
                        portal),
                address);
    }

    /** A text of the view in the language of the address. */
    public String text(PageAddress address, String view, String key, Object... values) {
        return views.words(view).text(address.language(), key, values);
    }

    private static boolean current(HttpRequest<?> request, String etag, @Nullable Instant changed) {
        var tags = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return EntityTags.names(tags, etag);
        }
        var since = request.getHeaders().get(HttpHeaders.IF_MODIFIED_SINCE);
        if (since == null || changed == null) {
            return false;
        }
        try {
            var known = ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return !changed.truncatedTo(ChronoUnit.SECONDS).isAfter(known);
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static <T> MutableHttpResponse<T> with(MutableHttpResponse<T> response, Map<String, String> headers) {
        headers.forEach(response::header);
        return response;
    }
}
